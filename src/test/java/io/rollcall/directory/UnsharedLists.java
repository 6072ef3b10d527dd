package io.rollcall.directory;

import io.rollcall.session.LiveTimes;
import io.rollcall.session.UserSession;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Lists as the database answers them, each time anew, to measure what that takes. */
public final class UnsharedLists {

    private final ListReader reader;
    private final LiveTimes times;

    public UnsharedLists(ApplicationContext application) {
        reader = application.getBean(ListReader.class);
        times = application.getBean(LiveTimes.class);
    }

    public List<UserSession> list(SessionQuery query, int offset, int limit) {
        var page = reader.page(query, offset, limit);
        times.layOver(page);
        return page;
    }

    public int count(SessionQuery query) {
        return reader.count(query);
    }
}
