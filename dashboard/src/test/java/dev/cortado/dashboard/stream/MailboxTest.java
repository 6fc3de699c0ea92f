package dev.cortado.dashboard.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private long state;
    private final Mailbox mailbox = new Mailbox(() -> new Message(state, "snapshot", () -> "up to " + state));

    private int offerNext() {
        long version = ++state;
        return mailbox.offer(new Message(version, "update", () -> "number " + version));
    }

    private String take() throws InterruptedException {
        return mailbox.take(Duration.ZERO).map(message -> new String(message.frame(), UTF_8)).orElse("nothing");
    }

    @Test
    void whoComesGetsASnapshotFirst() throws Exception {
        offerNext();
        assertThat(take()).isEqualTo("event: snapshot\ndata: up to 1\n\n");
        assertThat(take()).isEqualTo("nothing");
    }

    @Test
    void afterTheSnapshotComesWhatIsNew() throws Exception {
        take();
        offerNext();
        offerNext();
        assertThat(take()).contains("number 1");
        assertThat(take()).contains("number 2");
        assertThat(take()).isEqualTo("nothing");
    }

    @Test
    void whatASnapshotCoversIsNotToldAgain() throws Exception {
        Mailbox[] late = new Mailbox[1];
        late[0] = new Mailbox(() -> {
            late[0].offer(new Message(1, "update", () -> "while the snapshot is made"));
            late[0].offer(new Message(2, "update", () -> "after it"));
            return new Message(1, "snapshot", () -> "up to 1");
        });
        assertThat(late[0].take(Duration.ZERO)).map(Message::version).contains(1L);
        assertThat(late[0].take(Duration.ZERO)).map(Message::version).contains(2L);
        assertThat(late[0].take(Duration.ZERO)).isEmpty();
    }

    @Test
    void aFullMailboxIsEmptiedAndTheNextIsASnapshot() throws Exception {
        take();
        for (int i = 0; i < Mailbox.CAPACITY; i++) {
            assertThat(offerNext()).isZero();
        }
        assertThat(mailbox.size()).isEqualTo(Mailbox.CAPACITY);
        assertThat(offerNext()).isEqualTo(Mailbox.CAPACITY + 1);
        for (int i = 0; i < 1000; i++) {
            assertThat(offerNext()).isEqualTo(1);
            assertThat(mailbox.size()).isZero();
        }
        assertThat(take()).contains("up to " + state);
        offerNext();
        assertThat(take()).contains("number " + state);
    }

    @Test
    void aClosedMailboxIsEmpty() throws Exception {
        take();
        offerNext();
        mailbox.close();
        assertThat(mailbox.closed()).isTrue();
        assertThat(take()).isEqualTo("nothing");
    }
}
