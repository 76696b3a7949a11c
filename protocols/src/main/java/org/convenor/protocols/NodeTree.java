package org.convenor.protocols;

import static org.convenor.protocols.Wording.quoted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Builds nodes from the parser's events. Events rather than composed nodes, because so nesting
/// stays bounded and an alias is refused before it can multiply.
final class NodeTree {
    /// Steps in repeats in branches need about eight.
    private static final int DEEPEST = 16;

    private final Iterator<Event> events;
    private final Remarks remarks;
    private int depth;

    private NodeTree(Iterator<Event> events, Remarks remarks) {
        this.events = events;
        this.remarks = remarks;
    }

    /// The file's only document, or null after an error was remarked.
    static @Nullable Node parse(String text, Remarks remarks) {
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            return new NodeTree(events, remarks).document();
        } catch (TooStrange strange) {
            remarks.error(strange.line, String.valueOf(strange.getMessage()));
            return null;
        } catch (YamlEngineException broken) {
            Breakage.remark(broken, text, remarks);
            return null;
        }
    }

    private @Nullable Node document() throws TooStrange {
        events.next(); // the stream starts
        if (events.next() instanceof StreamEndEvent) {
            remarks.error(
                    1,
                    "This file holds only comments. A protocol starts with “protocol: ” and its name.");
            return null;
        }
        Node root = node(events.next());
        Event after = events.next();
        while (after instanceof DocumentEndEvent) {
            after = events.next();
        }
        if (!(after instanceof StreamEndEvent)) {
            throw new TooStrange(
                    line(after),
                    "A line of three hyphens starts a second text here. Keep one protocol in each file.");
        }
        return root;
    }

    private Node node(Event event) throws TooStrange {
        if (++depth > DEEPEST) {
            throw new TooStrange(
                    line(event),
                    "Here things stand inside things more than %d levels deep. A protocol needs far fewer; check the"
                                    .formatted(DEEPEST)
                            + " spaces at the start of the lines.");
        }
        Node node =
                switch (event) {
                    case ScalarEvent words -> new Node.Words(line(words), words.getValue());
                    case SequenceStartEvent start -> listing(line(start));
                    case MappingStartEvent start -> mapping(line(start));
                    case AliasEvent alias ->
                            throw new TooStrange(
                                    line(alias),
                                    "A word that starts with “*” has a special meaning in these files. Put the text in"
                                            + " “quotes”.");
                    default -> throw new IllegalStateException("unexpected " + event.getEventId());
                };
        depth--;
        return node;
    }

    private Node listing(int line) throws TooStrange {
        List<Node> items = new ArrayList<>();
        for (Event next = events.next();
                !(next instanceof SequenceEndEvent);
                next = events.next()) {
            items.add(node(next));
        }
        return new Node.Listing(line, items);
    }

    private Node mapping(int line) throws TooStrange {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
            if (!(node(next) instanceof Node.Words(int at, String written))) {
                throw new TooStrange(
                        line(next),
                        "What stands before a colon must be a few plain words, without brackets.");
            }
            String key = written.strip();
            Node value = node(events.next());
            Integer first = seen.putIfAbsent(key.toLowerCase(Locale.ROOT), at);
            if (first == null) {
                entries.add(new Node.Entry(at, key, value));
            } else {
                remarks.error(
                        at,
                        "%s stands twice here, in line %d and in line %d. Keep one of them."
                                .formatted(quoted(key), first, at));
            }
        }
        return new Node.Mapping(line, entries);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /// Legal in the notation, and nothing a protocol can hold.
    private static final class TooStrange extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;

        TooStrange(int line, String sentence) {
            super(sentence, null, false, false);
            this.line = line;
        }
    }
}
