import type { ChannelPart, ChannelPreview } from '../api/contract';
import { useGet } from '../api/query';
import { Empty, Show } from '../ui/States';

/** The message as it would be sent now; nothing is sent by looking at it. */
export function Preview({ id, tells }: { id: string; tells: ChannelPart[] }) {
  const query = useGet('/api/feed/channels/{id}/preview', {
    path: { id },
    query: { tells },
    enabled: tells.length > 0,
    keep: true,
  });
  if (tells.length === 0) {
    return <Empty title="Nothing is told">Choose something to see what a message would say.</Empty>;
  }
  return (
    <Show query={query} lines={5}>
      {(preview) =>
        preview.things.length === 0 ? (
          <Empty title="Nothing of this has happened yet">A message is sent when something does.</Empty>
        ) : (
          <Message one={preview} />
        )
      }
    </Show>
  );
}

function Message({ one }: { one: ChannelPreview }) {
  return (
    <div className="stack-s">
      <div className="message">
        <p className="strong">{one.heading}</p>
        <ul>
          {one.things.map((thing, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same may have happened twice
            <li key={index}>
              <a href={thing.url}>{thing.text}</a>
              {thing.step && <p className="small quiet">{thing.step}</p>}
            </li>
          ))}
        </ul>
        <p className="small quiet">{one.footer}</p>
      </div>
      <details>
        <summary className="small">Exactly what the chat gets</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to by keyboard */}
        <pre className="exact small" tabIndex={0}>
          {JSON.stringify(one.message, undefined, 2)}
        </pre>
      </details>
    </div>
  );
}
