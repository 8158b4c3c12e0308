@org.jspecify.annotations.NullMarked
package org.capaccueil.campaign.web;
