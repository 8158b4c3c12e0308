package offences.shared;

import jakarta.persistence.EntityManager;

class HeavyKernel {

    EntityManager persistence;
}
