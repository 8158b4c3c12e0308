package org.capaccueil.standard.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.StandardMappings;
import org.capaccueil.standard.StandardVersionView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says which criteria of two versions correspond. */
@Service
@Transactional(readOnly = true)
class MappingReading implements StandardMappings {

    private final StandardLibrary library;
    private final CriterionMappings mappings;

    MappingReading(StandardLibrary library, CriterionMappings mappings) {
        this.library = library;
        this.mappings = mappings;
    }

    @Override
    public Map<String, List<Correspondence>> between(StandardVersionId from, StandardVersionId to) {
        StandardVersionView earlier = library.version(from);
        StandardVersionView later = library.version(to);
        if (earlier.code().equals(later.code()) && isOneOwners(earlier, later)) {
            Set<String> known = codes(from);
            return codes(to).stream()
                    .filter(known::contains)
                    .collect(Collectors.toMap(code -> code, code -> List.of(new Correspondence(code, Relation.EQUAL))));
        }
        return mappings.findByFromStandardAndToStandardOrderByDecidedAt(earlier.code(), later.code()).stream()
                .collect(Collectors.groupingBy(
                        CriterionMapping::toCriterion,
                        Collectors.mapping(CriterionMapping::correspondence, Collectors.toList())));
    }

    /** Communes may use the same code for standards of their own; a shipped one goes on in a commune under its code. */
    private static boolean isOneOwners(StandardVersionView one, StandardVersionView other) {
        return one.owner() == null || other.owner() == null || one.owner().equals(other.owner());
    }

    private Set<String> codes(StandardVersionId id) {
        return library.content(id).criteria().stream().map(Criterion::code).collect(Collectors.toSet());
    }
}
