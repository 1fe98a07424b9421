import type { KeyResult } from '../api/contract';
import { number } from '../model/numbers';
import { shortDate } from '../model/time';
import './charts.css';
import { useWidth } from './useWidth';

const height = 190;
const box = { left: 46, right: 74, top: 16, bottom: 26 };

/** A key result over time, with where it started, where it has to be, and the pace that would get it there. */
export function KeyResultChart({ keyResult, from, until }: { keyResult: KeyResult; from: string; until: string }) {
  const [figure, width] = useWidth<HTMLElement>(760);
  const points = [...keyResult.history].sort((one, other) => one.at.localeCompare(other.at));
  const start = Math.min(Date.parse(from), ...points.map((point) => Date.parse(point.at)));
  const end = Math.max(Date.parse(until), ...points.map((point) => Date.parse(point.at)));
  const values = [keyResult.baseline, keyResult.target, keyResult.current, ...points.map((point) => point.value)];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const pad = (high - low || 1) * 0.12;
  const x = (at: number) => box.left + ((at - start) / (end - start || 1)) * (width - box.left - box.right);
  const y = (value: number) =>
    box.top + (1 - (value - low + pad) / (high - low + 2 * pad)) * (height - box.top - box.bottom);
  const line = [
    { at: start, value: keyResult.baseline },
    ...points.map((point) => ({ at: Date.parse(point.at), value: point.value })),
  ];
  const path = line
    .map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.at).toFixed(1)} ${y(point.value).toFixed(1)}`)
    .join('');
  const last = line.at(-1) ?? { at: start, value: keyResult.current };
  const now = Math.min(Math.max(Date.now(), start), end);
  const say = (value: number) => number(value, keyResult.unit);
  const close = Math.abs(y(keyResult.target) - y(last.value)) < 14;
  return (
    <figure className="chart" ref={figure}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={`${keyResult.name}: from ${say(keyResult.baseline)} to ${say(keyResult.current)}, target ${say(keyResult.target)}`}
      >
        {[keyResult.baseline, (keyResult.baseline + keyResult.target) / 2, keyResult.target].map((value) => (
          <g key={value}>
            <line className="grid" x1={box.left} x2={width - box.right} y1={y(value)} y2={y(value)} />
            <text x={box.left - 8} y={y(value) + 4} textAnchor="end">
              {number(value)}
            </text>
          </g>
        ))}
        <line
          className="target"
          x1={box.left}
          x2={width - box.right}
          y1={y(keyResult.target)}
          y2={y(keyResult.target)}
        />
        <text
          className="target-text"
          x={width - box.right + 8}
          y={y(keyResult.target) + (close ? (y(keyResult.target) <= y(last.value) ? -4 : 12) : 4)}
        >
          target
        </text>
        <line className="pace" x1={x(start)} x2={x(end)} y1={y(keyResult.baseline)} y2={y(keyResult.target)} />
        <line className="grid" x1={x(now)} x2={x(now)} y1={box.top} y2={height - box.bottom} />
        <path
          className="area"
          d={`${path}L${x(last.at).toFixed(1)} ${y(keyResult.baseline)}L${x(start)} ${y(keyResult.baseline)}Z`}
        />
        <path className="line" d={path} />
        {line.slice(1).map((point, index) => (
          <circle
            key={point.at}
            className={`point ${index === line.length - 2 ? 'last' : ''}`}
            cx={x(point.at)}
            cy={y(point.value)}
            r={3.5}
          >
            <title>{`${shortDate(new Date(point.at).toISOString())}: ${say(point.value)}`}</title>
          </circle>
        ))}
        <text
          className="value"
          x={x(last.at) + 9}
          y={y(last.value) + (close && y(last.value) < y(keyResult.target) ? -5 : 4)}
        >
          {say(keyResult.current)}
        </text>
        <text x={box.left} y={height - 6}>
          {shortDate(new Date(start).toISOString())}
        </text>
        <text x={width - box.right} y={height - 6} textAnchor="end">
          {shortDate(new Date(end).toISOString())}
        </text>
      </svg>
    </figure>
  );
}
