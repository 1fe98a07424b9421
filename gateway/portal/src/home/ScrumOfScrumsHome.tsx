import type { Me, Role } from '../api/contract';
import { unitsHeld } from './held';
import Board from './ScrumOfScrumsBoard';

export default function ScrumOfScrumsHome({ me, roles }: { me: Me; roles: Role[] }) {
  return (
    <div className="stack">
      {unitsHeld(me, roles).map((unit) => (
        <Board key={unit.id} id={unit.id} />
      ))}
    </div>
  );
}
