import { Link } from 'wouter';
import type { Gap } from '../api/contract';
import { nameOf, type SketchNode } from './sketch';

/** What keeps a tree from being published, each with the way to where it is mended. */
export function Gaps({
  gaps,
  nodes,
  edit,
  onGo,
}: {
  gaps: Gap[];
  nodes: SketchNode[];
  /** The tree whose editor shows the place, where this is not the editor. */
  edit?: string;
  onGo?: (node: string) => void;
}) {
  return (
    <ul className="gaps">
      {gaps.map((gap) => {
        const node = nodes.find((one) => one.id === gap.node);
        return (
          <li key={`${gap.node} ${gap.kind} ${gap.todo}`}>
            {node &&
              (edit ? (
                <Link href={`/trees/${edit}/edit#${node.id}`} dir="auto">
                  {nameOf(node)}
                </Link>
              ) : (
                <button type="button" className="linklike" dir="auto" onClick={() => onGo?.(node.id)}>
                  {nameOf(node)}
                </button>
              ))}
            {node && ': '}
            {gap.todo}
          </li>
        );
      })}
    </ul>
  );
}
