import type { Organization } from '../api/contract';
import { unitsOf } from './me';

/** The areas and then the teams, to be chosen in a `Select`. */
export function UnitOptions({ organization }: { organization: Organization | undefined }) {
  return (
    <>
      {unitsOf(organization, 'AREA').map((area) => (
        <option key={area.id} value={area.id}>
          {area.name} (area)
        </option>
      ))}
      {unitsOf(organization, 'TEAM').map((team) => (
        <option key={team.id} value={team.id}>
          {team.name}
        </option>
      ))}
    </>
  );
}
