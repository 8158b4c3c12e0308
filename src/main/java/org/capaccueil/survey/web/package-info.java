@org.jspecify.annotations.NullMarked
package org.capaccueil.survey.web;
