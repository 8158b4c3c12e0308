/** The audit and its rules: who may audit, what is rated and found, what has to be there before a report leaves. */
@org.jspecify.annotations.NullMarked
package org.capaccueil.audit.domain;
