import { useLocation } from 'wouter';
import type { Impediment } from '../api/contract';
import { ageSpoken, ageTone, amberDays, redDays } from '../model/time';
import './charts.css';
import { useWidth } from './useWidth';

const height = 84;
const baseline = 58;
const step = 9;

/** Every open impediment as a dot at its age: where they gather is seen at once, which one is a click away. */
export function AgeChart({ items }: { items: Impediment[] }) {
  const [, navigate] = useLocation();
  const oldest = Math.max(redDays + 4, ...items.map((one) => one.ageDays));
  const [figure, width] = useWidth<HTMLElement>(900);
  const left = 12;
  const right = 20;
  // Square root: the young ones need room, a single ancient one must not squeeze them.
  const x = (days: number) => left + Math.sqrt(days / oldest) * (width - left - right);
  const stacks = new Map<number, number>();
  const dots = [...items]
    .sort((a, b) => a.ageDays - b.ageDays)
    .map((one) => {
      const slot = Math.round(x(one.ageDays) / 11);
      const level = stacks.get(slot) ?? 0;
      stacks.set(slot, level + 1);
      return { one, cx: slot * 11, cy: baseline - 7 - Math.min(level, 5) * step };
    });
  const ticks = [0, 2, amberDays, redDays, 20, 40, 80, 160, 320].filter(
    (tick) => tick <= oldest && (tick !== 2 || width > 480),
  );
  const count = (tone: string) => items.filter((one) => ageTone(one.ageDays) === tone).length;
  return (
    <figure className="chart" ref={figure}>
      <svg width={width} height={height} role="group" aria-label="Open impediments by age in days">
        <rect className="band amber" x={x(amberDays)} y={4} width={x(redDays) - x(amberDays)} height={baseline - 4} />
        <rect className="band red" x={x(redDays)} y={4} width={width - right + 14 - x(redDays)} height={baseline - 4} />
        <line className="axis" x1={left - 6} x2={width - right + 14} y1={baseline} y2={baseline} />
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="axis" x1={x(tick)} x2={x(tick)} y1={baseline} y2={baseline + 4} />
            <text className="tick" x={x(tick)} y={baseline + 17} textAnchor="middle">
              {tick === 0 ? 'today' : `${tick} d`}
            </text>
          </g>
        ))}
        {dots.map(({ one, cx, cy }) => (
          <a
            key={one.id}
            href={`/impediments/${one.id}`}
            aria-label={`${one.title}, ${ageSpoken(one.ageDays)}`}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey) return;
              event.preventDefault();
              navigate(`/impediments/${one.id}`);
            }}
          >
            <circle className={`dot ${ageTone(one.ageDays)}`} cx={cx} cy={cy} r={4} />
            <circle className="hit" cx={cx} cy={cy} r={8} />
            <title>{`${one.title} (${one.ageDays} d, ${one.team.name})`}</title>
          </a>
        ))}
      </svg>
      <figcaption>
        <span>
          <b>{count('fresh')}</b> under {amberDays} days
        </span>
        <span className="age amber">
          <b>{count('amber')}</b> {amberDays} to {redDays - 1} days
        </span>
        <span className="age red">
          <b>{count('red')}</b> {redDays} days or more
        </span>
      </figcaption>
    </figure>
  );
}
