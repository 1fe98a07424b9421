import { useEffect, useId, useMemo } from 'react';
import { useWidth } from '../charts/useWidth';
import { Icon } from '../ui/Icon';
import { type Line, outline } from './outline';
import { lineHeight, picture } from './picture';
import type { SketchNode } from './sketch';
import './trees.css';

/** What is smaller is not read; a larger picture scrolls in its own box. */
const smallest = 0.8;

/** Pixels beside the drawing, as trees.css has them. */
const padding = 18;

interface Shown {
  start: string;
  nodes: SketchNode[];
  /** Those that lack something. */
  lacking?: Set<string>;
  chosen?: string | undefined;
  onChoose?: (id: string) => void;
}

/** A tree drawn from its first question down to its ends; the outline says the same in words. */
export function TreePicture(shown: Shown) {
  return shown.nodes.length === 0 ? null : <Drawn {...shown} />;
}

function Drawn({ start, nodes, lacking, chosen, onChoose }: Shown) {
  const drawn = useMemo(() => picture(nodes), [nodes]);
  const [box, available] = useWidth<HTMLElement>(1600);
  const arrow = useId();
  const first = drawn.boxes.find((one) => one.id === start);
  const scale = Math.min(1, Math.max(smallest, (available - padding) / drawn.width));
  const middle = first ? (first.x + first.width / 2) * scale : 0;
  // Where there is no room for all of it, one begins at the beginning.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has scrolled stays where they are
  useEffect(() => {
    if (box.current) box.current.scrollLeft = middle - box.current.clientWidth / 2;
  }, []);
  return (
    <section
      ref={box}
      className="tree-picture"
      aria-label="Picture of the tree"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
      tabIndex={0}
    >
      <svg
        width={drawn.width * scale}
        height={drawn.height * scale}
        viewBox={`0 0 ${drawn.width} ${drawn.height}`}
        role="img"
        aria-label={`${nodes.length} questions and ends; the same as text stands beneath`}
      >
        <defs>
          <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path className="head" d="M0 0 L8 4 L0 8 z" />
          </marker>
        </defs>
        {drawn.arrows.map((one) => (
          <path key={one.key} className={`way ${one.open ? 'open' : ''}`} d={one.path} markerEnd={`url(#${arrow})`} />
        ))}
        {drawn.arrows.map(({ key, label }) => (
          <g key={key}>
            <rect
              className="behind"
              x={label.x - label.width / 2}
              y={label.y - label.height / 2}
              width={label.width}
              height={label.height}
            />
            <Text className="answer" x={label.x} y={label.y} lines={label.lines} step={15} />
          </g>
        ))}
        {drawn.boxes.map((one) => {
          const look = [
            'box',
            one.kind,
            one.id === start ? 'first' : '',
            lacking?.has(one.id) ? 'lacking' : '',
            one.id === chosen ? 'chosen' : '',
          ];
          return (
            // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut; each question has its heading to jump to
            <g
              key={one.id}
              className={look.filter(Boolean).join(' ')}
              onClick={onChoose && one.kind !== 'open' ? () => onChoose(one.id) : undefined}
            >
              <rect
                x={one.x}
                y={one.y}
                width={one.width}
                height={one.height}
                rx={one.kind === 'question' ? 8 : one.height / 2}
              />
              <Text
                className="words"
                x={one.x + one.width / 2}
                y={one.y + one.height / 2}
                lines={one.lines}
                step={lineHeight}
              />
              {lacking?.has(one.id) && (
                <text className="warns" x={one.x + one.width - 4} y={one.y + 4} textAnchor="middle">
                  !
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </section>
  );
}

function Text({
  className,
  x,
  y,
  lines,
  step,
}: {
  className: string;
  x: number;
  y: number;
  lines: string[];
  step: number;
}) {
  const top = y - ((lines.length - 1) * step) / 2 + 4;
  return (
    <text className={className} textAnchor="middle">
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
        <tspan key={index} x={x} y={top + index * step}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** The same in words, for whoever does not see the picture or would rather read. */
export function TreeOutline({ start, nodes, open }: { start: string; nodes: SketchNode[]; open?: boolean }) {
  const lines = useMemo(() => outline(start, nodes), [start, nodes]);
  if (lines.length === 0) return null;
  return (
    <details className="tree-outline" open={open}>
      <summary>The same as text</summary>
      <Ways lines={lines} />
    </details>
  );
}

function Ways({ lines }: { lines: Line[] }) {
  return (
    <ul>
      {lines.map((line, index) => (
        <li key={`${line.id} ${line.answer ?? index}`}>
          <span dir="auto">
            {line.answer !== undefined && <span className="quiet">{line.answer}: </span>}
            <span className={line.end ? 'strong' : ''}>
              {line.end && <Icon name="check" />} {line.name}
            </span>
            {line.again && <span className="quiet"> (stands elsewhere in this list)</span>}
          </span>
          {line.ways.length > 0 && <Ways lines={line.ways} />}
        </li>
      ))}
    </ul>
  );
}
