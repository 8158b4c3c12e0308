package org.capaccueil.standard.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.capaccueil.shared.PersonId;
import org.capaccueil.shared.StandardVersionId;
import org.capaccueil.standard.Criterion;
import org.capaccueil.standard.Standard;
import org.capaccueil.standard.Standards;
import org.capaccueil.standard.Theme;
import org.capaccueil.standard.domain.StandardLife;
import org.capaccueil.standard.exchange.Part;
import org.capaccueil.standard.exchange.PartId;
import org.capaccueil.standard.exchange.StandardDraft;
import org.capaccueil.standard.exchange.StandardFormats;
import org.capaccueil.support.ApplicationTest;
import org.capaccueil.support.Fixtures;
import org.capaccueil.support.Fixtures.Town;
import org.capaccueil.support.Pages;
import org.capaccueil.support.SystemScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.util.MultiValueMap;

@ApplicationTest
class EditorPagesTest {

    private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([0-9a-f]*)\"");

    @Autowired
    Fixtures fixtures;

    @Autowired
    Pages pages;

    @Autowired
    Standards standards;

    @Autowired
    StandardLife life;

    @Autowired
    JdbcClient jdbc;

    Town town;
    StandardVersionId draft;
    String edit;

    @BeforeEach
    void draft() {
        town = fixtures.town();
        draft = life.newVersion(
                fixtures.actor(town.manager()),
                fixtures.starterStandard(),
                "t" + UUID.randomUUID().toString().substring(0, 8));
        edit = "/standards/" + draft + "/edit";
    }

    @Test
    void onlyQualityManagersWriteDraftsAndOnlyDraftsAreWritten() throws Exception {
        for (PersonId other : List.of(town.agent(), town.leadership(), town.auditor())) {
            pages.open(other, edit).andExpect(status().isForbidden());
            pages.open(other, edit + "/criterion/ACC-1").andExpect(status().isForbidden());
            pages.open(other, edit + "/rules").andExpect(status().isForbidden());
            pages.send(other, edit + "/standard", "title_fr", "x").andExpect(status().isForbidden());
            pages.send(other, edit + "/criterion/ACC-1", "title_fr", "x").andExpect(status().isForbidden());
            pages.send(other, edit + "/criterion/ACC-1/move", "by", "1").andExpect(status().isForbidden());
            pages.send(other, edit + "/criterion/ACC-1/removal").andExpect(status().isForbidden());
            pages.send(other, edit + "/survey/removal").andExpect(status().isForbidden());
            pages.send(other, edit + "/weights", "part", "theme", "weight-ACC", "3", "was-ACC", "15")
                    .andExpect(status().isForbidden());
            pages.open(other, "/standards/" + draft + "/preview").andExpect(status().isNotFound());
        }
        String published = "/standards/" + fixtures.starterStandard() + "/edit";
        pages.open(town.manager(), published)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("publiée et ne change plus")));
        pages.send(town.manager(), published + "/criterion/ACC-1/removal").andExpect(status().isUnprocessableEntity());
        assertThat(standards.content(draft).criterion("ACC-1")).isPresent();
    }

    @Test
    void theTreeShowsEachWeightWithTheShareItComesTo() throws Exception {
        pages.open(town.manager(), edit)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Horaires publiés, tenus et ajustés à la fréquentation"),
                                containsString("Opening hours published, kept and matched to demand"),
                                containsString("27,3 %"),
                                containsString("maturity-5"),
                                containsString("CNT-WAIT"),
                                containsString("Comment avez-vous contacté la mairie"))));
    }

    @Test
    void everyPartHasAPageAndEveryNewPartToo() throws Exception {
        for (String part : List.of(
                "/standard",
                "/rules",
                "/survey",
                "/theme",
                "/theme/ACC",
                "/criterion?in=ACC",
                "/criterion/ACC-1",
                "/scale",
                "/scale/maturity-5",
                "/indicator",
                "/indicator/FCR",
                "/question",
                "/question/channel")) {
            pages.open(town.manager(), edit + part).andExpect(status().isOk());
        }
        for (String none : List.of("/nothing", "/theme/NONE", "/rules/x", "/criterion/none", "/weights")) {
            pages.open(town.manager(), edit + none).andExpect(status().is4xxClientError());
        }
    }

    @Test
    void aCriterionIsReworkedAndItsOldAndNewWordsAreInTheJournal() throws Exception {
        send("/criterion/ACC-1", "title_fr", "Horaires affichés partout", "weight", "4", "channels", "counter")
                .andExpect(redirectedUrl(edit + "#criterion-ACC-1"));

        Criterion criterion = standards.content(draft).criterion("ACC-1").orElseThrow();
        assertThat(criterion.titleFr()).isEqualTo("Horaires affichés partout");
        assertThat(criterion.weight()).isEqualTo(4);
        assertThat(criterion.channels()).hasSize(1);
        assertThat(jdbc.sql(
                                "select before_value || ' > ' || after_value from trail_entry where action = :action and subject like :subject")
                        .param("action", "Brouillon modifié : critère ACC-1")
                        .param("subject", "%" + standards.version(draft).label())
                        .query(String.class)
                        .single())
                .contains("Horaires publiés, tenus", "Pondération : 2", "Horaires affichés partout", "Pondération : 4");
    }

    @Test
    void aFaultIsTiedToItsFieldWithWhatWasTypedAndNothingIsSaved() throws Exception {
        Standard before = standards.content(draft);
        send("/criterion/ACC-1", "title_fr", "", "weight", "0", "code", "ACC-2", "note", "gardé <b>tel quel</b>")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("href=\"#weight\""),
                                containsString("« Pondération » vaut 0 ; une pondération est supérieure à 0."),
                                containsString("« Intitulé » manque ou est vide."),
                                containsString("« Code » est déjà pris"),
                                containsString("gardé &lt;b&gt;tel quel&lt;/b&gt;"))));
        send("/rules", "mandatory_min", "beaucoup", "levels[0].overall_min", "101")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(
                                containsString("« Points des critères obligatoires » devrait être un nombre."),
                                containsString("value=\"beaucoup\""),
                                containsString("href=\"#levels-0-overall_min\""))));
        assertThat(standards.content(draft)).isEqualTo(before);
    }

    @Test
    void whoSavesSecondSeesBothVersionsAndKeepsTheirWords() throws Exception {
        String seal = seal("/criterion/ACC-1");
        send("/criterion/ACC-1", "title_fr", "La première version");
        String page = send("/criterion/ACC-1", seal, new String[] {"title_fr", "La seconde version"})
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("La première version"),
                                containsString("La seconde version"),
                                containsString("Enregistrer ma version"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(title("ACC-1")).isEqualTo("La première version");

        send("/criterion/ACC-1", sealIn(page), new String[] {"title_fr", "La seconde version"})
                .andExpect(status().is3xxRedirection());
        assertThat(title("ACC-1")).isEqualTo("La seconde version");
    }

    @Test
    void wordsForAPartSomebodyTookOutAreShownBack() throws Exception {
        String seal = seal("/criterion/ACC-1");
        remove("/criterion/ACC-1");
        send("/criterion/ACC-1", seal, new String[] {"title_fr", "Mes mots à garder"})
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Mes mots à garder")));
    }

    @Test
    void partsAreAddedMovedAndTakenOut() throws Exception {
        send("/theme", "code", "NEW", "title_fr", "Nouveau thème", "scale", "maturity-5", "weight", "7");
        send(
                "/criterion",
                "code",
                "NEW-1",
                "theme",
                "NEW",
                "title_fr",
                "Premier critère",
                "weight",
                "2",
                "scope",
                "unit",
                "channels",
                "counter");
        assertThat(themes()).last().isEqualTo("NEW");
        assertThat(standards.content(draft).themeOf("NEW-1").code()).isEqualTo("NEW");

        pages.send(town.manager(), edit + "/theme/NEW/move", "by", "-1")
                .andExpect(redirectedUrl(edit))
                .andExpect(flash().attribute(
                                "moved",
                                new EditorPages.Moved(new PartId(Part.THEME, "NEW"), true, themes().size() - 1)));
        assertThat(themes().indexOf("NEW")).isEqualTo(themes().size() - 2);

        send("/criterion/NEW-1", "theme", "ACC");
        assertThat(standards.content(draft).themeOf("NEW-1").code()).isEqualTo("ACC");

        remove("/theme/NEW");
        assertThat(themes()).doesNotContain("NEW");
        remove("/survey");
        assertThat(standards.content(draft).survey()).isNull();
        send("/survey", "code", "S", "title_fr", "Enquête neuve", "estimated_minutes", "2");
        send("/question", "code", "q1", "fr", "Satisfait ?", "type", "single", "options", "Oui\r\nNon");
        assertThat(standards.content(draft).survey().questions().get(0).options())
                .containsExactly("Oui", "Non");
    }

    @Test
    void whatIsFilledInForAThemeOrASurveyTakenOutMeanwhileComesBackWithWhatToDo() throws Exception {
        String[] criterion = {"code", "NEW-1", "theme", "GONE", "title_fr", "Mes mots", "weight", "2", "scope", "unit"};
        for (String address : List.of("/criterion", "/criterion/ACC-1")) {
            send(address, criterion)
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content()
                            .string(allOf(containsString("plus dans le brouillon"), containsString("Mes mots"))));
        }
        remove("/survey");
        send("/question", "code", "q1", "fr", "Ma question ?", "type", "text")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content()
                        .string(allOf(containsString("Ajoutez-la d&#39;abord"), containsString("Ma question ?"))));
        assertThat(standards.content(draft).criterion("NEW-1")).isEmpty();
    }

    @Test
    void whatGoesWithAPartIsShownBeforeItGoesAndStaysInTheJournal() throws Exception {
        pages.open(town.manager(), edit + "/theme/ACC/removal")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Accès et joignabilité"),
                                containsString("Critère ACC-1"),
                                containsString("Horaires publiés, tenus et ajustés à la fréquentation"))));
        remove("/theme/ACC");

        assertThat(themes()).doesNotContain("ACC");
        assertThat(jdbc.sql("select before_value from trail_entry where standard_version_id = ? and action = ?")
                        .params(draft.value(), "Retiré du brouillon : thème ACC")
                        .query(String.class)
                        .single())
                .contains("thème ACC", "Accès et joignabilité", "critère ACC-1", "Horaires publiés, tenus", "Guichet");
    }

    @Test
    void aPartIsNotTakenOutWithWordsNobodySaw() throws Exception {
        String seen = seal("/theme/ACC/removal");
        send("/criterion/ACC-1", "title_fr", "Ajouté par une collègue");

        pages.send(town.manager(), edit + "/theme/ACC/removal", "seal", seen)
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("Quelqu&#39;un a changé"), containsString("Ajouté par une collègue"))));
        pages.send(town.manager(), edit + "/criterion/ACC-2/removal").andExpect(status().isConflict());

        assertThat(title("ACC-1")).isEqualTo("Ajouté par une collègue");
        assertThat(standards.content(draft).criterion("ACC-2")).isPresent();
    }

    @Test
    void aCodeWithAccentsLeadsBackToItsPlace() throws Exception {
        send("/theme", "code", "ÉCOLE", "title_fr", "École", "scale", "maturity-5", "weight", "7")
                .andExpect(redirectedUrl(edit + "#theme-%C3%89COLE"));
        pages.open(town.manager(), edit + "/theme/ÉCOLE").andExpect(status().isOk());
    }

    @Test
    void aScaleInUseIsNotTakenOut() throws Exception {
        pages.send(town.manager(), edit + "/scale/maturity-5/removal")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("sert encore à coter")));
        assertThat(standards.content(draft).scales()).hasSize(1);
    }

    @Test
    void aScaleKeepsItsThemesWhenItsCodeChanges() throws Exception {
        send("/scale/maturity-5", "code", "maturite-5").andExpect(redirectedUrl(edit + "#scale-maturite-5"));

        assertThat(standards.content(draft).themes()).extracting(Theme::scale).containsOnly("maturite-5");
        assertThat(StandardFormats.check(standards.content(draft)).faults()).isEmpty();
        pages.open(town.manager(), "/standards/" + draft + "/preview").andExpect(status().isOk());
    }

    @Test
    void aConflictSaysRulesInTheWordsOfThePage() throws Exception {
        String seal = seal("/rules");
        send("/rules", "max_na_weight_share_per_theme", "12,5");

        send("/rules", seal, new String[] {"max_na_weight_share_per_theme", "30", "levels[0].overall_min", "61"})
                .andExpect(status().isConflict())
                .andExpect(content()
                        .string(allOf(
                                containsString("12,5 %"),
                                containsString("30 %"),
                                containsString("Niveau : Bronze, Score global : 61"),
                                not(containsString("0.125")),
                                not(containsString("Code : bronze")))));
    }

    @Test
    void whateverKindOfFieldIsWrongItSaysSoItself() throws Exception {
        assertThat(refused("/criterion/ACC-1", "mandatory", "true", "not_applicable", "true"))
                .containsPattern("<input[^>]*name=\"not_applicable\"[^>]*aria-invalid=\"true\"");
        assertThat(refused("/indicator/FCR", "channels", "fumée"))
                .contains("href=\"#channels\"")
                .containsPattern("<fieldset[^>]*tabindex=\"-1\"[^>]*id=\"channels\"")
                .containsPattern("<input[^>]*name=\"channels\"[^>]*aria-invalid=\"true\"[^>]*channels-error");
        assertThat(refused("/rules", "surveillance_window_months", "20"))
                .contains("href=\"#surveillance_window_months\"")
                .containsPattern("<input[^>]*name=\"surveillance_window_months\"[^>]*aria-invalid=\"true\"[^>]*"
                        + "surveillance_window_months-error");
        assertThat(refused("/rules", "levels[0].code", "", "levels[0].overall_min", "60"))
                .contains("« Niveau »")
                .doesNotContain("« Code »");
    }

    private String refused(String part, String... changed) throws Exception {
        return send(part, changed)
                .andExpect(status().isUnprocessableEntity())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void whatIsNotTranslatedIsCountedWithTheWayToIt() throws Exception {
        pages.open(town.manager(), edit).andExpect(content().string(not(containsString("traduit en anglais"))));
        send("/criterion/ACC-1", "title_en", "");

        for (String page : List.of(edit, "/standards/" + draft + "/publication")) {
            pages.open(town.manager(), page)
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Un intitulé n’est pas traduit en anglais"),
                                    containsString("href=\"" + edit + "/criterion/ACC-1\""))));
        }
        send("/theme/ACC", "title_en", "");
        pages.open(town.manager(), edit)
                .andExpect(content()
                        .string(containsString(
                                "2 intitulés de thèmes et de critères ne sont pas traduits en anglais")));
    }

    @Test
    void weightsOfAGroupAreSavedTogetherOrNotAtAll() throws Exception {
        weigh("weight-ACC", "20", "was-ACC", "15", "weight-INF", "5", "was-INF", "10")
                .andExpect(status().is3xxRedirection());
        assertThat(weight("ACC")).isEqualTo(20);
        assertThat(weight("INF")).isEqualTo(5);

        weigh("weight-ACC", "30", "was-ACC", "20", "weight-INF", "0", "was-INF", "5")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Le thème INF : « Pondération » vaut 0")));
        assertThat(weight("ACC")).isEqualTo(20);

        weigh("weight-ACC", "40", "was-ACC", "15").andExpect(status().isConflict());
        assertThat(weight("ACC")).isEqualTo(20);
    }

    @Test
    void twoManagersWritingDifferentPartsAtOnceBothKeepTheirWords() throws Exception {
        List<Criterion> criteria = standards.content(draft).criteria().subList(0, 6);
        CyclicBarrier start = new CyclicBarrier(criteria.size());
        ExecutorService people = SystemScope.threads(criteria.size());
        try {
            List<Callable<Integer>> all = criteria.stream()
                    .<Callable<Integer>>map(criterion -> () -> {
                        String address = "/criterion/" + criterion.code();
                        String seal = seal(address);
                        start.await();
                        return send(address, seal, new String[] {"title_fr", "Réécrit " + criterion.code()})
                                .andReturn()
                                .getResponse()
                                .getStatus();
                    })
                    .toList();
            for (Future<Integer> answer : people.invokeAll(all)) {
                assertThat(answer.get()).isEqualTo(302);
            }
        } finally {
            people.shutdownNow();
        }
        criteria.forEach(criterion -> assertThat(title(criterion.code())).isEqualTo("Réécrit " + criterion.code()));
    }

    @Test
    void thePreviewAsksWhatSuchATeamWouldBeAsked() throws Exception {
        pages.open(town.manager(), "/standards/" + draft + "/preview?asked=true&channel=phone&theme=ACC")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Appels pris en charge"),
                                containsString("rien n’est enregistré"),
                                not(containsString("Point d&#39;accueil repérable")))));
        pages.open(town.agent(), "/standards/" + fixtures.starterStandard() + "/preview")
                .andExpect(status().isOk());
        pages.open(town.manager(), "/standards/" + draft + "/preview?channel=smoke")
                .andExpect(status().isNotFound());
    }

    @Test
    void thePreviewIsTheTeamsOwnSheetOutOfUse() throws Exception {
        pages.open(town.manager(), "/standards/" + draft + "/preview?theme=ACC")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("<fieldset disabled"),
                                containsString("id=\"ACC-1-counter-comment\""),
                                containsString("id=\"file-ACC-1\""),
                                containsString("<kbd>N</kbd>"))));
    }

    @Test
    void thePreviewForNobodyShowsNothingAndSaysWhy() throws Exception {
        pages.open(town.manager(), "/standards/" + draft + "/preview?asked=true")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("Rien n’est coché"), not(containsString("ACC-1-counter")))));
        pages.open(town.manager(), "/standards/" + draft + "/preview?asked=true&organisation=true")
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(not(containsString("Rien n’est coché")), containsString("rating"))));
    }

    @Test
    void thePreviewOfADraftWithoutItsScaleSaysSoInPlaceOfFailing() throws Exception {
        Standard whole = standards.content(draft);
        StandardVersionId broken = life.keepDraft(
                fixtures.actor(town.manager()),
                new Standard(
                        "SANS-ECHELLE-" + UUID.randomUUID(),
                        whole.version(),
                        whole.kind(),
                        whole.titleFr(),
                        whole.titleEn(),
                        whole.source(),
                        whole.disclaimer(),
                        null,
                        List.of(),
                        whole.themes(),
                        whole.labelRules(),
                        whole.indicators(),
                        whole.survey()),
                StandardLife.NO_DRAFT);

        pages.open(town.manager(), "/standards/" + broken + "/preview")
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("ne peut pas encore être montré"),
                                containsString("que le brouillon n’a pas"),
                                not(containsString("<fieldset disabled")))));
    }

    private ResultActions weigh(String... fields) throws Exception {
        String[] all = new String[fields.length + 2];
        all[0] = "part";
        all[1] = "theme";
        System.arraycopy(fields, 0, all, 2, fields.length);
        return pages.send(town.manager(), edit + "/weights", all);
    }

    /** Takes a part out as its page shows it. */
    private void remove(String part) throws Exception {
        pages.send(town.manager(), edit + part + "/removal", "seal", seal(part + "/removal"))
                .andExpect(redirectedUrl(edit));
    }

    /** Sends a part's page as it is, but for some fields. */
    private ResultActions send(String part, String... changed) throws Exception {
        return send(part, seal(part), changed);
    }

    private ResultActions send(String address, String seal, String[] changed) throws Exception {
        String[] steps = address.substring(1).split("/");
        Part part = Stream.of(Part.values())
                .filter(one -> one.code().equals(steps[0]))
                .findFirst()
                .orElseThrow();
        Standard standard = standards.content(draft);
        MultiValueMap<String, String> fields = SentForm.of(PartForm.of(
                PartFields.of(part, standard),
                StandardDraft.of(standard)
                        .values(new PartId(part, steps.length > 1 ? steps[1] : ""))
                        .orElse(Map.of())));
        fields.set("seal", seal);
        for (int i = 0; i < changed.length; i += 2) {
            fields.set(changed[i], changed[i + 1]);
        }
        return pages.send(
                town.manager(),
                edit + address,
                fields.entrySet().stream()
                        .flatMap(field -> field.getValue().stream().flatMap(value -> Stream.of(field.getKey(), value)))
                        .toArray(String[]::new));
    }

    private String seal(String part) throws Exception {
        return sealIn(pages.open(town.manager(), edit + part)
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private static String sealIn(String page) {
        Matcher seal = SEAL.matcher(page);
        assertThat(seal.find()).as("the page carries a seal").isTrue();
        return seal.group(1);
    }

    private String title(String criterion) {
        return standards.content(draft).criterion(criterion).orElseThrow().titleFr();
    }

    private int weight(String theme) {
        return standards.content(draft).theme(theme).orElseThrow().weight();
    }

    private List<String> themes() {
        return standards.content(draft).themes().stream().map(Theme::code).toList();
    }
}
