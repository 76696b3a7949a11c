package org.convenor.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convenor.chat.Form;
import org.convenor.chat.Press;
import org.convenor.chat.Problem;
import org.convenor.chat.ProblemException;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// A seat in the browser room, reached as people reach it: pages are read, forms are sent. Not
/// thread-safe.
public final class HttpPlace implements Place {
    private final Browser browser;
    private final String room;
    private final Acknowledged acknowledged = new Acknowledged();
    private Document page;

    private HttpPlace(Browser browser, Browser.Page arrived) {
        this.browser = browser;
        this.room = arrived.path();
        this.page = arrived.html();
    }

    /// Takes the first seat of a new server.
    static HttpPlace setUp(Browser browser, String code, Cast.Person person) {
        var fields = new HashMap<>(entry(person));
        fields.put("code", code);
        return enter(browser, "/setup", fields);
    }

    /// Takes the seat an invitation offers.
    ///
    /// @param link path of the invitation
    static HttpPlace join(Browser browser, String link, Cast.Person person) {
        return enter(browser, link, entry(person));
    }

    private static Map<String, String> entry(Cast.Person person) {
        return Map.of("name", person.name(), "district", person.district());
    }

    private static HttpPlace enter(Browser browser, String path, Map<String, String> fields) {
        var form = need(browser.open(path).html(), "form:has(input[name=district])");
        var arrived = browser.send(form, fields);
        demandTaken(arrived);
        return new HttpPlace(browser, arrived);
    }

    /// The browser this person sits at.
    public Browser browser() {
        return browser;
    }

    /// The room's id.
    public String room() {
        return room.substring(room.lastIndexOf('/') + 1);
    }

    /// Every answer and every line that the room said it has taken, in order.
    public List<String> acknowledged() {
        return acknowledged.texts();
    }

    /// Path of an invitation to the room.
    String invite() {
        look();
        var sheet = browser.send(need(page, "form[action$=/invite]"), Map.of());
        demandTaken(sheet);
        var link = need(sheet.html(), "#invite-link").val();
        return link.substring(link.indexOf("/join/"));
    }

    @Override
    public Glance look() {
        var opened = browser.open(room);
        demandTaken(opened);
        page = opened.html();
        return RoomHtml.glance(page);
    }

    @Override
    public @Nullable Form press(Press press, Map<String, String> values) {
        var sender = RoomHtml.sender(page, press);
        if (sender == null) {
            throw new IllegalStateException("the page shows no " + press.verb());
        }
        var fields = new HashMap<String, String>();
        values.forEach((name, value) -> fields.put(RoomHtml.ANSWER + name, value));
        var answer = browser.send(sender, fields);
        demandTaken(answer);
        acknowledged.sent(press, values);
        return opened(answer.html());
    }

    @Override
    public void write(int visit, String words) {
        say(words, Integer.toString(visit));
        acknowledged.wrote(words);
    }

    @Override
    public @Nullable Form type(String line) {
        return opened(say(line, "0").html());
    }

    /// The form in an answer of the room, or null if there is none.
    private @Nullable Form opened(Document answer) {
        var opened = answer.selectFirst("form.form");
        if (opened == null) {
            return null;
        }
        page = answer;
        return RoomHtml.form(opened);
    }

    /// The record of the last session, as the room hands it out.
    public String record() {
        look();
        var link = need(page, "a[href$=/record.md]").attr("href");
        return browser.open(link).text();
    }

    private Browser.Page say(String words, String visit) {
        var answer = browser.send(need(page, "#composer"), Map.of("words", words, "visit", visit));
        demandTaken(answer);
        return answer;
    }

    private static Element need(Document page, String selector) {
        return Objects.requireNonNull(
                page.selectFirst(selector), () -> "the page has no " + selector);
    }

    /// A refusal is said in the room's own words.
    private static void demandTaken(Browser.Page answer) {
        if (answer.status() != 200 || !answer.isTaken()) {
            throw new ProblemException(
                    new Problem(
                            "The room refused what a simulated person did.",
                            "It said: " + answer.html().text(),
                            "Tell us about it, with the seed of this run."));
        }
    }
}
