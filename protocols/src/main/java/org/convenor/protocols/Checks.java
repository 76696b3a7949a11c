package org.convenor.protocols;

import java.util.List;

/// Every rule about a whole protocol, after its parts were read.
final class Checks {
    private final Reading reading;
    private final List<StepDraft> drafts;

    Checks(Reading reading, List<StepDraft> drafts) {
        this.reading = reading;
        this.drafts = drafts;
    }

    void run() {
        Header header = reading.header();
        Crowd crowd = new Crowd(header);
        OrderRules.check(drafts);
        SavedRules saving = new SavedRules(drafts, reading.saved());
        saving.check();
        new SecrecyRules(header, drafts, reading.saved(), crowd).check();
        new TimeRules(header, drafts, crowd).check();
        new GroupRules(header, drafts).check();
        if (!reading.remarks().failed()) {
            // Else they may be in use under a misspelt name.
            saving.unused();
            new SettingRules(header, reading.texts()).unused();
            new RoundRules(header, drafts).check();
            new RoleRules(header, drafts, crowd).check();
        }
    }
}
