import { describe, expect, it } from 'vitest';
import { affects, topicOf } from './invalidation';

const change = (topic: string, subject = 'x1') => ({ topic: topicOf(topic), subject, type: '', sequence: '1' });

describe('a change on the stream', () => {
  it('touches the resource itself and no other of its kind', () => {
    const slipped = change('team.dependencies', 'd1');
    expect(affects(slipped, ['/api/team/dependencies/{id}', { path: { id: 'd1' } }])).toBe(true);
    expect(affects(slipped, ['/api/team/dependencies/{id}', { path: { id: 'd2' } }])).toBe(false);
  });

  it('touches every list and board that may show it', () => {
    const slipped = change('team.dependencies', 'd1');
    expect(affects(slipped, ['/api/team/dependencies', { query: { team: 't1' } }])).toBe(true);
    expect(affects(slipped, ['/api/team/boards/dependencies', {}])).toBe(true);
    expect(affects(slipped, ['/api/team/boards/scrum-of-scrums/{id}', { path: { id: 's1' } }])).toBe(true);
    expect(affects(slipped, ['/api/roadmap/features/{id}', { path: { id: 'f1' } }])).toBe(true);
    expect(affects(slipped, ['/api/team/impediments', {}])).toBe(false);
  });

  it('carries an assessment to its outcome, its history and the roadmap', () => {
    const assessed = change('roadmap.assessments', 'o1');
    expect(affects(assessed, ['/api/roadmap/outcomes/{id}', { path: { id: 'o1' } }])).toBe(true);
    expect(affects(assessed, ['/api/roadmap/outcomes/{id}/assessment', { path: { id: 'o1' } }])).toBe(true);
    expect(affects(assessed, ['/api/roadmap/outcomes/{id}', { path: { id: 'o2' } }])).toBe(false);
    expect(affects(assessed, ['/api/roadmap/roadmap', { query: { from: '2026-Q4' } }])).toBe(true);
  });

  it('of a community touches what shows it, and of a membership every list of them', () => {
    const moved = change('cop.communities', 'c1');
    expect(affects(moved, ['/api/cop/communities', { query: { mine: true } }])).toBe(true);
    expect(affects(moved, ['/api/cop/communities/{id}/gatherings', { path: { id: 'c1' } }])).toBe(true);
    expect(affects(moved, ['/api/cop/communities/{id}', { path: { id: 'c2' } }])).toBe(false);
    const joined = change('cop.memberships', 'm1');
    expect(affects(joined, ['/api/cop/communities/{id}', { path: { id: 'c1' } }])).toBe(true);
    expect(affects(joined, ['/api/cop/communities/{id}/members', { path: { id: 'c1' } }])).toBe(true);
    expect(affects(joined, ['/api/team/people', {}])).toBe(false);
    expect(affects(joined, ['/api/cop/pages/{id}', { path: { id: 'p1' } }]), 'what one may do there').toBe(true);
    expect(affects(moved, ['/api/cop/coaching', { query: { moment: 'ANY' } }]), 'a question was removed').toBe(true);
  });

  it('of a gathering touches it and the dates of its community', () => {
    const noted = change('cop.gatherings', 'g1');
    expect(affects(noted, ['/api/cop/gatherings/{id}', { path: { id: 'g1' } }])).toBe(true);
    expect(affects(noted, ['/api/cop/gatherings/{id}', { path: { id: 'g2' } }])).toBe(false);
    expect(affects(noted, ['/api/cop/communities/{id}/gatherings', { path: { id: 'c1' } }])).toBe(true);
    expect(affects(noted, ['/api/cop/communities/{id}', { path: { id: 'c1' } }])).toBe(false);
  });

  it('of a page touches it, its history and the playbook of its community', () => {
    const written = change('cop.pages', 'p1');
    expect(affects(written, ['/api/cop/pages/{id}', { path: { id: 'p1' } }])).toBe(true);
    expect(affects(written, ['/api/cop/pages/{id}/revisions', { path: { id: 'p1' } }])).toBe(true);
    expect(affects(written, ['/api/cop/pages/{id}', { path: { id: 'p2' } }])).toBe(false);
    expect(affects(written, ['/api/cop/communities/{id}/pages', { path: { id: 'c1' } }])).toBe(true);
    expect(affects(written, ['/api/cop/communities/{id}', { path: { id: 'c1' } }])).toBe(false);
    expect(affects(written, ['/api/cop/backlinks', { query: { path: '/impediments/1' } }])).toBe(true);
    expect(affects(written, ['/api/cop/pages', { query: { overdue: true } }]), 'pages of my own').toBe(true);
    expect(affects(written, ['/api/cop/improvements', {}])).toBe(true);
    expect(affects(written, ['/api/cop/gatherings/{id}', { path: { id: 'g1' } }]), 'what is suggested').toBe(true);
    expect(affects(written, ['/api/cop/communities/{id}/adoption', { path: { id: 'c1' } }])).toBe(true);
    expect(affects(written, ['/api/cop/search', { query: { q: 'x' } }])).toBe(true);
  });

  it('of an idea touches it, the board of its community and the agendas that may suggest it', () => {
    const tried = change('cop.ideas', 'i1');
    expect(affects(tried, ['/api/cop/ideas/{id}', { path: { id: 'i1' } }])).toBe(true);
    expect(affects(tried, ['/api/cop/ideas/{id}', { path: { id: 'i2' } }])).toBe(false);
    expect(affects(tried, ['/api/cop/communities/{id}/ideas/decided', { path: { id: 'c1' } }])).toBe(true);
    expect(affects(tried, ['/api/cop/gatherings/{id}', { path: { id: 'g1' } }])).toBe(true);
    expect(affects(tried, ['/api/cop/communities/{id}', { path: { id: 'c1' } }])).toBe(false);
    expect(affects(change('cop.community-waivers'), ['/api/cop/communities/{id}/findings', {}])).toBe(true);
  });

  it('is understood with an installation prefix on its topic', () => {
    expect(affects(change('acme.team.impediments'), ['/api/team/queues/executive', {}])).toBe(true);
  });

  it('shows in the log, unless it is of people', () => {
    expect(affects(change('team.dependencies'), ['/api/feed/events', { query: { topic: 'team.units' } }])).toBe(true);
    expect(affects(change('roadmap.assessments'), ['/api/feed/events/{position}', { path: { position: 3 } }])).toBe(
      true,
    );
    expect(affects(change('team.people'), ['/api/feed/events', {}])).toBe(false);
    expect(affects(change('team.people'), ['/api/feed/notifications', {}])).toBe(true);
  });

  it('of a topic that this page does not know touches the lists of that name', () => {
    expect(affects(change('team.pulses'), ['/api/team/pulses', {}])).toBe(true);
    expect(affects(change('team.pulses'), ['/api/team/impediments', {}])).toBe(false);
  });
});
