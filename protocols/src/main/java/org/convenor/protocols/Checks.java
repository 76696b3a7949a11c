package org.convenor.protocols;

import java.util.List;

/// Every rule about a whole protocol, after its parts were read.
final class Checks {
    private final Header header;
    private final List<StepDraft> drafts;
    private final Saved saved;
    private final Texts texts;

    Checks(Header header, List<StepDraft> drafts, Saved saved, Texts texts) {
        this.header = header;
        this.drafts = drafts;
        this.saved = saved;
        this.texts = texts;
    }

    void run() {
        Crowd crowd = new Crowd(header);
        OrderRules.check(drafts);
        new SavedRules(drafts, saved).check();
        new SecrecyRules(header, drafts, saved, crowd).check();
        new TimeRules(header, drafts, crowd).check();
        new SettingRules(header, texts).check();
    }
}
