import type { Me, Organization, Ref, Role, Unit } from '../api/contract';
import { useGet } from '../api/query';

export function useMe(): Me | undefined {
  return useGet('/api/team/me').data;
}

export function useOrganization(): Organization | undefined {
  return useGet('/api/team/organization').data;
}

const teamRoles: Role[] = [
  'SCRUM_MASTER',
  'CO_SCRUM_MASTER',
  'PRODUCT_OWNER',
  'BACKUP_PRODUCT_OWNER',
  'DEVELOPER',
  'TECH_LEAD',
];

/** The teams somebody works in, the one they serve as Scrum Master first. */
export function teamsOf(me: Me | undefined): Ref[] {
  const teams = (me?.roles ?? [])
    .filter((held) => held.unit.kind === 'TEAM')
    .sort((left, right) => teamRoles.indexOf(left.role) - teamRoles.indexOf(right.role))
    .map((held) => ({ id: held.unit.id, name: held.unit.name }));
  return teams.filter((team, index) => teams.findIndex((other) => other.id === team.id) === index);
}

export function unitsOf(organization: Organization | undefined, kind: Unit['kind']): Unit[] {
  return (organization?.units ?? [])
    .filter((unit) => unit.kind === kind && !unit.archived)
    .sort((left, right) => left.name.localeCompare(right.name));
}

export function unitName(organization: Organization | undefined, id: string): string {
  return organization?.units.find((known) => known.id === id)?.name ?? 'a unit';
}

export function teamsUnder(organization: Organization | undefined, unit: string): Unit[] {
  const teams = unitsOf(organization, 'TEAM');
  const parents = new Map((organization?.units ?? []).map((one) => [one.id, one.parent?.id]));
  const isUnder = (start: string | undefined) => {
    for (let id = start, steps = 0; id !== undefined && steps < 12; id = parents.get(id), steps++) {
      if (id === unit) return true;
    }
    return false;
  };
  return teams.filter((team) => isUnder(team.parent?.id));
}
