package offences.process;

public class AProcess {}
