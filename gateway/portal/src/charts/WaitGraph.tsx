import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Edge } from '../api/contract';
import { Button } from '../ui/Button';
import './charts.css';
import { layout, type Placed } from './layout';
import { useWidth } from './useWidth';

const top = 22;

/** Who waits for whom. Every team is a button: choosing one shows only its bands, and the list beside it says the same. */
export function WaitGraph({ edges }: { edges: Edge[] }) {
  const [picked, setPicked] = useState<string | undefined>();
  const [wanted, setWanted] = useState<boolean | undefined>();
  const [box, width] = useWidth<HTMLDivElement>(980);
  // Two columns of names and the bands between them have no room on a phone.
  const asTable = wanted ?? width < 480;
  const boxWidth = Math.round(Math.min(200, width * 0.36));
  const { waiting, delivering, ribbons, height } = useMemo(() => layout(edges), [edges]);
  const lit = (from: string, to: string) => picked === undefined || picked === `w ${from}` || picked === `d ${to}`;
  const chosen = picked === undefined ? edges : edges.filter((edge) => lit(edge.consumer.id, edge.producer.id));
  const toggle = (key: string) => setPicked(picked === key ? undefined : key);
  return (
    <div className="stack" ref={box}>
      <div className="row">
        <Button size="small" aria-pressed={asTable} onClick={() => setWanted(!asTable)}>
          {asTable ? 'Show the graph' : 'Show as a table'}
        </Button>
        {picked && (
          <Button size="small" kind="ghost" onClick={() => setPicked(undefined)}>
            Show all
          </Button>
        )}
      </div>
      {!asTable && (
        <svg
          className="graph"
          width={width}
          height={height + top + 8}
          data-picked={picked}
          role="group"
          aria-label={`${waiting.length} teams wait for ${delivering.length} teams`}
        >
          <text className="side" x={0} y={12}>
            Waits
          </text>
          <text className="side" x={width} y={12} textAnchor="end">
            Delivers
          </text>
          <g transform={`translate(0 ${top})`}>
            {ribbons.map((ribbon) => (
              <path
                key={`${ribbon.from} ${ribbon.to}`}
                className={`ribbon ${ribbon.broken > 0 ? 'broken' : ''} ${picked !== undefined && lit(ribbon.from, ribbon.to) ? 'lit' : ''}`}
                strokeWidth={ribbon.thickness}
                d={`M${boxWidth} ${ribbon.y1} C${width / 2} ${ribbon.y1} ${width / 2} ${ribbon.y2} ${width - boxWidth} ${ribbon.y2}`}
              />
            ))}
            {delivering.map((one) => {
              const late = chosen
                .filter((edge) => edge.producer.id === one.id)
                .reduce((sum, edge) => sum + edge.broken, 0);
              return (
                late > 0 && (
                  <text key={one.id} className="late" x={width - boxWidth - 8} y={one.y + 4} textAnchor="end">
                    {late} late
                  </text>
                )
              );
            })}
            {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a drawing's g is not interactive */}
            <g role="group" aria-label="Waits">
              {waiting.map((one) => (
                <Node
                  key={one.id}
                  one={one}
                  x={0}
                  width={boxWidth}
                  pressed={picked === `w ${one.id}`}
                  onPick={() => toggle(`w ${one.id}`)}
                />
              ))}
            </g>
            {/* biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a drawing's g is not interactive */}
            <g role="group" aria-label="Delivers">
              {delivering.map((one) => (
                <Node
                  key={one.id}
                  one={one}
                  x={width - boxWidth}
                  width={boxWidth}
                  pressed={picked === `d ${one.id}`}
                  onPick={() => toggle(`d ${one.id}`)}
                />
              ))}
            </g>
          </g>
        </svg>
      )}
      {(asTable || picked) && (
        <div className="table-wrap" aria-live="polite">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Waits</th>
                <th scope="col">Delivers</th>
                <th scope="col" className="end">
                  Open
                </th>
                <th scope="col" className="end">
                  Late
                </th>
              </tr>
            </thead>
            <tbody>
              {[...chosen]
                .sort((one, other) => other.broken - one.broken || other.open - one.open)
                .map((edge) => (
                  <tr key={`${edge.consumer.id} ${edge.producer.id}`}>
                    <td>
                      <Link href={`/dependencies?team=${edge.consumer.id}&role=consumer`}>{edge.consumer.name}</Link>
                    </td>
                    <td>
                      <Link href={`/dependencies?team=${edge.producer.id}&role=producer`}>{edge.producer.name}</Link>
                    </td>
                    <td className="end">{edge.open}</td>
                    <td className="end">{edge.broken > 0 ? <span className="age red">{edge.broken}</span> : 0}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Node({
  one,
  x,
  width,
  pressed,
  onPick,
}: {
  one: Placed;
  x: number;
  width: number;
  pressed: boolean;
  onPick: () => void;
}) {
  return (
    <g
      className="node"
      role="button"
      tabIndex={0}
      aria-pressed={pressed}
      onClick={onPick}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onPick();
      }}
    >
      <title>{`${one.name}: ${one.total}`}</title>
      <rect className="box" x={x + 0.5} y={one.y - 12} width={width - 1} height={24} rx={6} />
      <foreignObject x={x + 10} y={one.y - 12} width={width - 42} height={24}>
        <div className="name">{one.name}</div>
      </foreignObject>
      <text className="n" x={x + width - 10} y={one.y + 4} textAnchor="end">
        {one.total}
      </text>
    </g>
  );
}
