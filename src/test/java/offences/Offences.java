package offences;

/** Marks where the classes are that break one house rule each, on purpose. */
public interface Offences {}
