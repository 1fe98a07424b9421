import { Link } from 'wouter';
import { useGet } from '../api/query';
import { subjects } from './words';

/** What a run is about, as it is called now, for those who may see it; for others no more than its kind. */
export function SubjectTitle({ subject: { kind, id } }: { subject: { kind: string; id: string } }) {
  const impediment = useGet('/api/team/impediments/{id}', { path: { id }, enabled: kind === 'IMPEDIMENT' });
  const decision = useGet('/api/roadmap/decisions/{id}', { path: { id }, enabled: kind === 'DECISION' });
  const title = impediment.data?.title ?? decision.data?.question;
  const place = subjects[kind];
  const name = title ?? place?.name ?? 'something';
  const hidden = impediment.isError || decision.isError;
  if (!place || hidden) return <span>{name}</span>;
  return (
    <Link href={`${place.href}/${id}`} dir="auto">
      {name}
    </Link>
  );
}
