import type { Key } from './query';

export interface Change {
  /** Without the installation's prefix: `team.impediments`. */
  topic: string;
  subject: string;
  type: string;
  sequence: string;
}

/** A topic may carry the installation's prefix; what follows it is ours. */
export function topicOf(topic: string): string {
  return topic.split('.').slice(-2).join('.');
}

/**
 * Which views show something of a topic. A path that ends in the resource's own `{id}` is meant only when it is that
 * resource; boards and lists are meant whenever anything of theirs changes.
 */
const views: Record<string, string[]> = {
  'team.units': [
    '/api/team/me',
    '/api/team/organization',
    '/api/team/units',
    '/api/team/findings',
    '/api/team/boards/',
    '/api/roadmap/roadmap',
  ],
  'team.people': ['/api/team/me', '/api/team/people', '/api/team/units', '/api/feed/notifications'],
  'team.impediments': [
    '/api/team/impediments',
    '/api/team/boards/scrum-of-scrums',
    '/api/team/queues/executive',
    '/api/team/findings',
  ],
  'team.dependencies': ['/api/team/dependencies', '/api/team/boards/', '/api/team/findings', '/api/roadmap/features'],
  'team.waivers': ['/api/team/findings', '/api/team/units', '/api/roadmap/decisions'],
  'roadmap.outcomes': ['/api/roadmap/outcomes', '/api/roadmap/roadmap', '/api/roadmap/decisions'],
  'roadmap.assessments': ['/api/roadmap/outcomes', '/api/roadmap/roadmap'],
  'roadmap.features': [
    '/api/roadmap/features',
    '/api/roadmap/roadmap',
    '/api/team/dependencies',
    '/api/team/boards/dependencies',
  ],
  'roadmap.decisions': ['/api/roadmap/decisions'],
  'roadmap.product-goals': ['/api/roadmap/product-goal'],
  // Who leads and belongs to a community decides what one sees and may do in all of it.
  'cop.communities': ['/api/cop/'],
  'cop.memberships': ['/api/cop/'],
  'cop.adoptions': ['/api/cop/pages/{id}/adoption', '/api/cop/communities/{id}/adoption', '/api/cop/improvements'],
  'cop.page-changes': ['/api/cop/changes', '/api/cop/pages/{id}/changes', '/api/cop/communities/{id}/changes'],
  'cop.community-waivers': ['/api/cop/communities/{id}/findings', '/api/roadmap/decisions'],
  'cop.ideas': ['/api/cop/ideas', '/api/cop/communities/{id}/ideas', '/api/cop/gatherings'],
  'cop.trees': ['/api/cop/trees', '/api/cop/communities/{id}/trees'],
  'cop.tree-runs': ['/api/cop/records', '/api/cop/runs'],
  'cop.gatherings': [
    '/api/cop/gatherings',
    '/api/cop/communities/{id}/gatherings',
    '/api/cop/communities/{id}/findings',
    '/api/cop/coaching',
  ],
  'cop.pages': [
    '/api/cop/pages',
    '/api/cop/communities/{id}/pages',
    '/api/cop/communities/{id}/findings',
    '/api/cop/backlinks',
    '/api/cop/helpful-pages',
    '/api/cop/changes',
    '/api/cop/improvements',
    '/api/cop/gatherings',
    '/api/cop/communities/{id}/adoption',
    '/api/cop/search',
    '/api/cop/coaching',
  ],
  'team.imports': ['/api/team/imports'],
  'roadmap.imports': ['/api/roadmap/imports'],
};

const own: Record<string, string> = {
  'team.impediments': '/api/team/impediments/{id}',
  'team.dependencies': '/api/team/dependencies/{id}',
  'team.people': '/api/team/people/{id}',
  'roadmap.outcomes': '/api/roadmap/outcomes/{id}',
  'roadmap.assessments': '/api/roadmap/outcomes/{id}',
  'roadmap.features': '/api/roadmap/features/{id}',
  'roadmap.decisions': '/api/roadmap/decisions/{id}',
  'cop.communities': '/api/cop/communities/{id}',
  'cop.gatherings': '/api/cop/gatherings/{id}',
  'cop.pages': '/api/cop/pages/{id}',
  'cop.ideas': '/api/cop/ideas/{id}',
  'cop.trees': '/api/cop/trees/{id}',
  'cop.tree-runs': '/api/cop/runs/{id}',
};

/** The log tells of everything but people. */
export const log = '/api/feed/events';

export function affects(change: Change, [path, parameters]: Key): boolean {
  const topic = change.topic;
  if (path.startsWith(log)) return topic !== 'team.people';
  if (!(views[topic] ?? [`/api/${topic.replace('.', '/')}`]).some((view) => path.startsWith(view))) return false;
  const resource = own[topic];
  if (resource === undefined || !path.startsWith(resource)) return true;
  return idOf(parameters.path) === change.subject;
}

function idOf(parameters: object | undefined): string | undefined {
  return parameters && 'id' in parameters && typeof parameters.id === 'string' ? parameters.id : undefined;
}
