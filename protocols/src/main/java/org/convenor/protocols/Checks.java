package org.convenor.protocols;

import java.util.List;

/// Every rule about a whole protocol, after its parts were read.
final class Checks {
    private final Header header;
    private final List<StepDraft> drafts;
    private final Saved saved;
    private final Texts texts;
    private final Remarks remarks;

    Checks(Header header, List<StepDraft> drafts, Saved saved, Texts texts, Remarks remarks) {
        this.remarks = remarks;
        this.header = header;
        this.drafts = drafts;
        this.saved = saved;
        this.texts = texts;
    }

    void run() {
        Crowd crowd = new Crowd(header);
        OrderRules.check(drafts);
        SavedRules saving = new SavedRules(drafts, saved);
        saving.check();
        new SecrecyRules(header, drafts, saved, crowd).check();
        new TimeRules(header, drafts, crowd).check();
        if (!remarks.failed()) {
            // Else they may be in use under a misspelt name.
            saving.unused();
            new SettingRules(header, texts).unused();
        }
    }
}
