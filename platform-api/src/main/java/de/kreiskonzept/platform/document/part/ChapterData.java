package de.kreiskonzept.platform.document.part;

import de.kreiskonzept.foundation.web.Texts;
import de.kreiskonzept.model.chapter.ChapterKind;
import de.kreiskonzept.model.chapter.Chapters;
import de.kreiskonzept.platform.committee.CommitteeBook;
import de.kreiskonzept.platform.committee.CommitteeStore;
import de.kreiskonzept.platform.document.paper.Block;
import de.kreiskonzept.platform.tenancy.InWorkspace;
import de.kreiskonzept.platform.workflow.Processes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What chapters show of the workspace below their texts: steps of the process, and committees. */
@Singleton
@InWorkspace(readOnly = true)
public class ChapterData {
    private final Processes processes;
    private final CommitteeStore committees;
    private final Texts texts;
    private final Clock clock;

    ChapterData(Processes processes, CommitteeStore committees, Texts texts, Clock clock) {
        this.processes = processes;
        this.committees = committees;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The data of those chapters that show any.
     *
     * @param adopted day of the resolution, as of which the chapters speak; empty for today
     */
    public Map<ChapterKind, List<Block>> list(Chapters chapters, Optional<LocalDate> adopted) {
        LocalDate day = adopted.orElseGet(() -> LocalDate.now(clock));
        var data = new EnumMap<ChapterKind, List<Block>>(ChapterKind.class);
        if (chapters.find(ChapterKind.PARTICIPATION).isPresent()) {
            processes
                    .findBegun(day)
                    .ifPresent(process -> data.put(ChapterKind.PARTICIPATION, ProcessBlocks.of(process, texts)));
        }
        if (chapters.find(ChapterKind.STRUCTURES).isPresent()) {
            CommitteeBook book = committees.read();
            data.put(ChapterKind.STRUCTURES, StructureBlocks.of(book, day, adopted.isPresent(), texts));
        }
        return data;
    }
}
