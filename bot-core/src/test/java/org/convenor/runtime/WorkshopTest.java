package org.convenor.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convenor.chat.Form;
import org.convenor.chat.Message;
import org.convenor.chat.Part;
import org.convenor.chat.Press;
import org.convenor.chat.Reply;
import org.convenor.chat.SessionId;
import org.convenor.people.Role;
import org.convenor.testing.Convening;
import org.convenor.testing.CriticalFriends;
import org.convenor.testing.FakeFiles;
import org.convenor.testing.Shelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Facilitators write, check, rehearse and publish protocols from chat.
final class WorkshopTest {
    private static final String OURS = "protocol: ours\nsay: Hello\n";

    @TempDir private Path folder;

    private Convening convening;
    private Rehearser rehearser =
            _ -> new Rehearser.Played(true, 6, Duration.ofMinutes(53), 9, 31, "09:00 Hello\n");

    @BeforeEach
    void meet() {
        Rehearser stage = protocol -> rehearser.play(protocol);
        var shelf = Shelf.of(CriticalFriends.protocol());
        convening = Convening.ofFive(folder, new Workbench(shelf, new FakeFiles(), stage));
    }

    @AfterEach
    void close() {
        convening.close();
    }

    // Reading

    @Test
    void protocol_alone_answers_with_five_things_one_can_do() {
        convening.types("ada", "/convene protocol");

        assertThat(told())
                .contains("protocol list", "protocol copy", "protocol check")
                .contains("protocol rehearse", "protocol publish");
        assertThat(labels())
                .containsExactly(
                        "Show the list",
                        "Copy one",
                        "Check a file",
                        "Rehearse a file",
                        "Publish a file");
    }

    @Test
    void a_member_reads_and_copies_and_is_told_who_can_publish() {
        convening.types("bo", "/convene protocols dance");

        assertThat(told())
                .startsWith("I do not know “protocol dance”")
                .contains("A facilitator can check");
        assertThat(labels()).containsExactly("Show the list", "Copy one");
    }

    @Test
    void the_list_says_what_is_there_and_what_was_published_here() {
        publish("ada", OURS);

        convening.types("bo", "/convene protocol list");

        assertThat(told())
                .contains("tuning Tuning a plan with critical friends.")
                .contains("ours The ours. For anybody, 1 min live. Version 1, published here.");
    }

    @Test
    void a_protocol_is_shown_step_by_step_and_its_file_handed_over() {
        convening.types("bo", "/convene protocol show critical-friends");

        assertThat(told()).contains("Bring your plan · asks · presenter");
        var handed = (Reply.Handed) convening.reply();
        assertThat(handed.file().name()).isEqualTo("tuning.yaml");
        assertThat(handed.file().text()).isEqualTo("protocol: tuning");
    }

    @Test
    void a_misspelt_name_gets_a_proposal() {
        convening.types("ada", "/convene protocol show tunning");

        assertThat(told()).contains("Nothing was shown. Did you mean “tuning”?");
    }

    @Test
    void a_name_like_no_other_is_sent_to_the_list() {
        convening.types("ada", "/convene protocol copy zzz as our-zzz");

        assertThat(told()).contains("Nothing was copied. Write /convene protocol list");
    }

    // Copying

    @Test
    void a_copy_is_a_file_under_its_new_name_and_publishes_nothing() {
        var before = convening.everything();

        convening.types("bo", "/convene protocol copy tuning as our-tuning");

        var handed = (Reply.Handed) convening.reply();
        assertThat(handed.file().name()).isEqualTo("our-tuning.yaml");
        assertThat(handed.file().text()).isEqualTo("protocol: our-tuning");
        assertThat(told()).contains("Nothing is published yet.");
        assertThat(convening.everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "Our Tuning", "a/b", "ünser", "x~y", "-"})
    void a_name_that_would_be_hard_to_type_or_leads_elsewhere_is_refused(String name) {
        convening.types("ada", "/convene protocol copy tuning as " + name);

        assertThat(told()).contains("cannot be the name of a protocol");
    }

    @Test
    void a_name_that_is_taken_is_refused() {
        convening.types("ada", "/convene protocol copy tuning as critical-friends");

        assertThat(told()).startsWith("“critical-friends” is the name of “Tuning a plan");
    }

    // Checking

    @Test
    void every_remark_comes_with_its_line_and_nothing_is_kept_of_a_file_with_mistakes() {
        var before = convening.everything();

        sends("ada", "check", "protocol: ours\nsey: Hello\n? hm\n");

        assertThat(told())
                .contains("2 mistakes keep this file from being used, and one thing may be")
                .contains("Line 1: This is no protocol.")
                .contains("Line 2: I do not know sey: Hello.")
                .contains("Line 3: (a question, not a mistake) Did you mean this?");
        assertThat(labels()).containsExactly("Check a file");
        assertThat(convening.everything()).isEqualTo(before);
    }

    @Test
    void a_file_without_mistakes_is_kept_as_a_draft_to_rehearse_and_publish() {
        sends("ada", "check", OURS);

        assertThat(told()).contains("No mistakes. The ours: For anybody");
        assertThat(labels()).containsExactly("Rehearse it", "Publish it");

        presses("ada", "protocol-rehearse-draft");
        assertThat(told())
                .contains("The ours came to its end. 6 invented people would need about 53 minutes")
                .contains("9 steps, 31 answers");
        assertThat(((Reply.Handed) convening.reply()).file().text()).isEqualTo("09:00 Hello\n");

        presses("ada", "protocol-publish-draft");
        assertThat(told()).contains("The ours is published as version 1.");
    }

    @Test
    void what_is_no_text_gets_the_checkers_own_sentence() {
        sends("ada", "check", new byte[] {'a', (byte) 0xE4, 'b'});

        assertThat(told()).contains("not stored as UTF-8");
    }

    @Test
    void a_file_that_is_missing_empty_or_far_too_large_is_asked_for_again() {
        var before = convening.everything();

        sends("ada", "check", new byte[0]);
        assertThat(told()).isEqualTo("{file=Choose a file, or paste the text of one.}");

        sends("ada", "check", new byte[1_000_001]);
        assertThat(told()).contains("That file has 1,000 KB; at most 1,000 KB");

        opens("ada", "check");
        var form = ((Reply.FormOpened) convening.reply()).form();
        convening.sends("ada", form, Map.of("file", "no base64 at all"));
        assertThat(convening.reply()).isInstanceOf(Reply.FieldErrors.class);
        assertThat(convening.everything()).isEqualTo(before);
    }

    @Test
    void a_table_is_asked_for_its_name_and_purpose_and_becomes_a_protocol() {
        sends("ada", "check", "kind,text,who,live,async\n");
        var form = ((Reply.FormOpened) convening.reply()).form();
        assertThat(form.fields().stream().map(Form.Field::name))
                .containsExactly("name", "purpose", "file");

        convening.sends(
                "ada",
                form,
                Map.of(
                        "name",
                        "From us",
                        "purpose",
                        "To try it.",
                        "file",
                        form.fields().getLast().value()));

        assertThat(((Reply.Handed) convening.reply()).file().name()).isEqualTo("from-us.yaml");
        assertThat(labels()).containsExactly("Rehearse it", "Publish it");
    }

    @Test
    void a_button_for_a_draft_that_was_replaced_does_nothing() {
        sends("ada", "check", OURS);
        var old = button("protocol-publish-draft");
        sends("ada", "check", OURS + "say: More\n");
        var before = convening.everything();

        convening.does(new Input.Pressed(convening.id("ada"), old, Map.of()));

        assertThat(told()).startsWith("I do not have that text of yours any more.");
        assertThat(convening.everything()).isEqualTo(before);
    }

    @Test
    void nobody_publishes_the_draft_of_somebody_else() {
        sends("ada", "check", OURS);
        var publish = button("protocol-publish-draft");
        makeFacilitator("bo");

        convening.does(new Input.Pressed(convening.id("bo"), publish, Map.of()));

        assertThat(told()).startsWith("I do not have that text of yours any more.");
    }

    // Publishing

    @Test
    void the_next_text_is_the_next_version_whatever_the_file_says() {
        publish("ada", OURS);
        publish("ada", "protocol: ours\nversion: 7\nsay: Hello again\n");

        assertThat(told())
                .contains("The ours is published as version 2.")
                .contains("Your file calls itself version 7; here it is version 2");
        convening.types("bo", "/convene protocol versions ours");
        assertThat(told())
                .contains("Version 2, published by Ada Okafor on December 1, 2026")
                .containsSubsequence("Version 2", "new sessions take this one", "Version 1");
    }

    @Test
    void the_same_text_again_changes_nothing() {
        publish("ada", OURS);
        var before = withoutKeys();

        publish("ada", OURS);

        assertThat(told()).contains("This very text of The ours is version 1 already.");
        assertThat(withoutKeys()).isEqualTo(before);
    }

    @Test
    void the_same_press_again_publishes_nothing_again() {
        publish("ada", OURS);
        var first = convening.everything();
        convening.again();
        assertThat(convening.reply()).isEqualTo(new Reply.Nothing());
        assertThat(convening.everything()).isEqualTo(first);
    }

    @Test
    void a_protocol_may_take_the_place_of_one_that_comes_with_convenor() {
        publish("ada", "protocol: tuning\nalso named: critical-friends\nsay: Ours now\n");

        assertThat(told()).contains("It replaces the protocol “tuning” that comes with Convenor");
        convening.types("ada", "/convene protocol versions tuning");
        assertThat(told())
                .containsSubsequence(
                        "Version 1", "new sessions take this one", "comes with Convenor");
        convening.types("ada", "/convene start critical-friends");
        assertThat(told()).contains("Start The tuning");
    }

    @Test
    void a_name_of_another_protocol_is_refused_and_changes_nothing() {
        sends("ada", "check", "protocol: ours\nalso named: tuning\nsay: Hello\n");
        var before = convening.everything();

        presses("ada", "protocol-publish-draft");

        assertThat(told()).startsWith("“tuning” is the name of “Tuning a plan");
        assertThat(convening.everything()).isEqualTo(before);
    }

    @Test
    void new_sessions_take_the_newest_version_and_running_ones_keep_theirs() {
        publish("ada", OURS);
        convening.types("ada", "/convene start ours");
        var form = ((Reply.FormOpened) convening.reply()).form();
        convening.sends("ada", form, Map.of("topic", "Trust"));
        assertThat(convening.session().protocol().steps()).hasSize(1);

        publish("ada", OURS + "say: More\n");

        assertThat(convening.session().protocol().steps()).hasSize(1);
        convening.forges("ada", "stop");
        convening.types("ada", "/convene start ours");
        convening.sends(
                "ada", ((Reply.FormOpened) convening.reply()).form(), Map.of("topic", "Trust"));
        assertThat(convening.session().protocol().steps()).hasSize(2);
    }

    @Test
    void the_room_offers_to_start_what_was_published() {
        publish("ada", OURS);

        assertThat(convening.panel("ada")).contains("[Start “The ours”]");
    }

    @Test
    void two_facilitators_who_publish_at_once_get_two_versions() throws Exception {
        makeFacilitator("bo");
        var presses =
                IntStream.range(0, 8)
                        .mapToObj(number -> {
                            var who = number % 2 == 0 ? "ada" : "bo";
                            return publishing(who, OURS + "say: " + number + "\n", number);
                        })
                        .toList();

        try (var pool = Executors.newFixedThreadPool(8)) {
            for (var done : pool.invokeAll(presses)) {
                assertThat(done.get()).isInstanceOf(Reply.Notice.class);
            }
        }

        convening.types("ada", "/convene protocol versions ours");
        assertThat(told()).contains("Version 8,", "Version 1,");
    }

    private Callable<Reply> publishing(String who, String text, int number) {
        opens(who, "publish");
        var form = ((Reply.FormOpened) convening.reply()).form();
        var values = Map.of("file", encoded(text.getBytes(StandardCharsets.UTF_8)));
        var input = new Input.Pressed(convening.id(who), form.submit(), values);
        return () -> convening.convener().handle("race-" + number, input);
    }

    // Rights

    @ParameterizedTest
    @ValueSource(strings = {"check", "rehearse", "rehearse tuning", "publish"})
    void a_member_without_the_right_is_told_whom_to_ask(String line) {
        var before = convening.everything();

        convening.types("bo", "/convene protocol " + line);

        assertThat(told())
                .isEqualTo(
                        "You may not do that here. Nothing was changed. Ask a facilitator to do it.");
        assertThat(convening.everything()).isEqualTo(before);
    }

    @Test
    void whoever_makes_up_the_button_changes_nothing() {
        sends("ada", "check", OURS);
        var before = convening.everything();
        for (var verb : List.of("protocol-publish-draft", "protocol-publish-file")) {
            var press = new Press(new SessionId(convening.room().value()), 0, 0, verb, "ours.hash");
            convening.does(new Input.Pressed(convening.id("bo"), press, Map.of("file", "YQ==")));
            assertThat(told()).startsWith("You may not do that here.");
        }
        assertThat(convening.everything()).isEqualTo(before);
    }

    @Test
    void somebody_of_another_room_finds_no_room() {
        convening.elsewhere("uma").types("uma", "/convene protocol list");

        assertThat(told()).startsWith("There is no such room for you.");
    }

    // Rehearsing

    @Test
    void what_stands_on_the_shelf_is_rehearsed_by_its_name() {
        convening.types("ada", "/convene protocol rehearse tuning");

        assertThat(((Reply.Handed) convening.reply()).file().name())
                .isEqualTo("tuning-rehearsal.txt");
    }

    @Test
    void a_protocol_that_does_not_end_is_told_so_and_has_no_button_to_publish() {
        rehearser = _ -> new Rehearser.Played(false, 6, Duration.ofDays(3), 2, 4, "…");
        sends("ada", "rehearse", OURS);

        assertThat(told()).contains("did not come to its end", "would need about 4 days");
        assertThat(labels()).isEmpty();
    }

    @Test
    void nobody_rehearses_twice_at_once_and_no_more_than_two_do() throws Exception {
        makeFacilitator("bo");
        makeFacilitator("cy");
        var playing = new CountDownLatch(2);
        var end = new CountDownLatch(1);
        rehearser =
                _ -> {
                    playing.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return new Rehearser.Played(true, 6, Duration.ZERO, 1, 1, "");
                };
        try (var pool = Executors.newFixedThreadPool(2)) {
            Stream.of("ada", "bo").forEach(who -> pool.execute(() -> rehearse(who)));
            playing.await();

            assertThat(rehearse("ada").toString())
                    .contains("A rehearsal of yours is still running.");
            assertThat(rehearse("cy").toString()).contains("Others are rehearsing right now.");
            end.countDown();
        }

        assertThat(rehearse("ada")).isInstanceOf(Reply.Handed.class);
    }

    private Reply rehearse(String who) {
        var line = new Input.Typed(convening.id(who), convening.room(), "protocol rehearse tuning");
        return convening.convener().handle("rehearse-" + who, line);
    }

    @Test
    void a_rehearsal_that_breaks_is_a_problem_in_words() {
        rehearser =
                _ -> {
                    throw new IllegalStateException("a bug");
                };
        convening.types("ada", "/convene protocol rehearse tuning");
        assertThat(told()).startsWith("The rehearsal broke off.");

        convening.types("ada", "/convene protocol rehearse tuning");
        assertThat(told()).startsWith("The rehearsal broke off.");
    }

    // How they do it

    /// What the last reply says, without what makes it bold.
    private String told() {
        return convening.replyText().replaceAll("[*`\\\\]", "");
    }

    private void opens(String who, String word) {
        convening.types(who, "/convene protocol " + word);
    }

    private void sends(String who, String word, String text) {
        sends(who, word, text.getBytes(StandardCharsets.UTF_8));
    }

    private void sends(String who, String word, byte[] file) {
        opens(who, word);
        var form = ((Reply.FormOpened) convening.reply()).form();
        convening.sends(who, form, Map.of("file", encoded(file)));
    }

    private void publish(String who, String text) {
        sends(who, "publish", text);
    }

    private static String encoded(byte[] file) {
        return Form.Input.File.encode(file);
    }

    private void makeFacilitator(String who) {
        convening
                .database()
                .write(tx -> {
                    convening.tables().people().grant(tx, convening.id(who), Role.FACILITATOR);
                    return true;
                });
    }

    private Map<String, List<String>> withoutKeys() {
        var all = new TreeMap<>(convening.everything());
        all.remove("source_key");
        all.remove("protocol_draft");
        return all;
    }

    private Message message() {
        return switch (convening.reply()) {
            case Reply.Notice(var message) -> message;
            case Reply.Handed(var message, var _) -> message;
            default -> Message.text("");
        };
    }

    private Stream<Part.Choice> choices() {
        return message().parts().stream()
                .filter(Part.Choices.class::isInstance)
                .flatMap(part -> ((Part.Choices) part).choices().stream());
    }

    private List<String> labels() {
        return choices().map(Part.Choice::label).toList();
    }

    private Press button(String verb) {
        return Objects.requireNonNull(
                choices()
                        .map(Part.Choice::press)
                        .filter(press -> press.verb().equals(verb))
                        .findFirst()
                        .orElse(null),
                "no button for " + verb);
    }

    private void presses(String who, String verb) {
        convening.does(new Input.Pressed(convening.id(who), button(verb), Map.of()));
    }
}
