import { Link } from 'wouter';
import { useGet } from '../api/query';

/** A run that an escalation carries: what it advised, for those who may see it. */
export function RecordLink({ id }: { id: string }) {
  const { data, isError } = useGet('/api/cop/runs/{id}', { path: { id } });
  if (isError) return <span className="quiet">a run that is not visible to you</span>;
  if (!data) return <span className="quiet">…</span>;
  if (!data.end) return <span className="quiet">a run of “{data.tree.name}”, taken away</span>;
  return (
    <Link href={`/runs/${id}`} dir="auto">
      {data.tree.name}: {data.end.outcome}
    </Link>
  );
}
