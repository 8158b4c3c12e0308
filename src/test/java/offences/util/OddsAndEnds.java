package offences.util;

class OddsAndEnds {}
