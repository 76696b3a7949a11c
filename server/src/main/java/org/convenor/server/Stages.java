package org.convenor.server;

import java.time.Duration;
import java.util.List;
import org.convenor.view.StageView;
import org.convenor.web.Backend;

/// The stage as the browser shows it.
final class Stages {
    private Stages() {}

    static Backend.StageView of(StageView stage) {
        return new Backend.StageView(
                stage.title(),
                stage.protocolName(),
                stage.stepTitle(),
                stage.step(),
                stage.steps(),
                stage.instruction(),
                stage.readAloud(),
                stage.speaker(),
                stage.upNext(),
                stage.nextStep(),
                stage.deadline(),
                stage.left(),
                stage.total(),
                stage.paused(),
                stage.over());
    }

    /// A room in which nothing was started yet.
    static Backend.StageView empty() {
        return new Backend.StageView(
                "No session is running",
                "",
                "",
                0,
                0,
                "",
                null,
                null,
                List.of(),
                null,
                null,
                null,
                Duration.ZERO,
                false,
                false);
    }
}
