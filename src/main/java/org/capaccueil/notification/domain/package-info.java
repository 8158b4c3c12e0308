@org.jspecify.annotations.NullMarked
package org.capaccueil.notification.domain;
