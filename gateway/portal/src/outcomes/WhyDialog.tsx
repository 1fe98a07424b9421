import { Link } from 'wouter';
import { useGet } from '../api/query';
import { stateWords } from '../model/words';
import { Dialog } from '../ui/Dialog';
import { Ago, StateMark, When } from '../ui/Marks';
import { Show } from '../ui/States';
import { Why } from './Why';

/** One click from any place that shows a state. */
export default function WhyDialog({
  outcome,
  title,
  onClose,
}: {
  outcome: string;
  title: string;
  onClose: () => void;
}) {
  const query = useGet('/api/roadmap/outcomes/{id}', { path: { id: outcome } });
  const state = query.data?.shownState;
  return (
    <Dialog title={state ? `Why is this ${stateWords[state].toLowerCase()}?` : 'Why?'} onClose={onClose} wide>
      <Show query={query}>
        {(data) => (
          <div className="stack">
            <p>
              <Link href={`/outcomes/${outcome}`} onClick={onClose}>
                {title}
              </Link>
            </p>
            <p className="row-wide">
              <StateMark state={data.shownState} />
              {data.override ? (
                <span>
                  set by {data.override.by.name} until <When date={data.override.until} />: “{data.override.reason}”.
                  What is known says <StateMark state={data.assessment?.state ?? 'UNKNOWN'} />
                </span>
              ) : (
                data.assessment && (
                  <span className="quiet">
                    since <Ago at={data.assessment.since} />
                  </span>
                )
              )}
            </p>
            <Why assessment={data.assessment} onLeave={onClose} />
          </div>
        )}
      </Show>
    </Dialog>
  );
}
