import { useEffect, useState } from 'react';
import type { Heading } from '../api/contract';

/** Pixels from the top of the window under which a heading is the one that is read. */
const readingLine = 120;

/** What the text holds: beside it where there is room, marked where the reader is. */
export function Contents({ headings }: { headings: Heading[] }) {
  const current = useCurrent(headings);
  return (
    <nav className="contents screen-only" aria-label="On this page">
      <p className="label">On this page</p>
      <Entries headings={headings} current={current} />
    </nav>
  );
}

/** The same above the text where there is none. */
export function FoldedContents({ headings }: { headings: Heading[] }) {
  const [open, setOpen] = useState(false);
  return (
    <details
      className="panel folded-contents screen-only"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>On this page</summary>
      <Entries headings={headings} onFollow={() => setOpen(false)} />
    </details>
  );
}

function Entries({
  headings,
  current,
  onFollow,
}: {
  headings: Heading[];
  current?: string | undefined;
  onFollow?: () => void;
}) {
  const top = Math.min(...headings.map((one) => one.level));
  return (
    <ol>
      {headings.map((one) => (
        <li key={one.id} data-depth={Math.min(one.level - top, 2)}>
          <a
            href={`#${one.id}`}
            dir="auto"
            aria-current={one.id === current ? 'location' : undefined}
            onClick={onFollow}
          >
            {one.text}
          </a>
        </li>
      ))}
    </ol>
  );
}

function useCurrent(headings: Heading[]): string | undefined {
  const [current, setCurrent] = useState<string | undefined>();
  useEffect(() => {
    let frame = 0;
    const look = () => {
      frame = 0;
      const passed = headings.filter((one) => {
        const element = document.getElementById(one.id);
        return element !== null && element.getBoundingClientRect().top < readingLine;
      });
      setCurrent((passed.at(-1) ?? headings[0])?.id);
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    window.addEventListener('scroll', soon, { passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon);
      window.removeEventListener('resize', soon);
    };
  }, [headings]);
  return current;
}
