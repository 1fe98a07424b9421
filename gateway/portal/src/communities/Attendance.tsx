import { type FormEvent, useState } from 'react';
import { useCommand } from '../api/command';
import type { Gathering } from '../api/contract';
import { may, use } from '../model/can';
import { Button } from '../ui/Button';
import { ProblemNotice } from '../ui/States';

/** Before: who comes, as a count. Afterwards: how many were there. Nobody is named. */
export function Attendance({ one }: { one: Gathering }) {
  if (one.state === 'CANCELLED') return null;
  return Date.parse(one.start) <= Date.now() ? <Held one={one} /> : <WhoComes one={one} />;
}

function WhoComes({ one }: { one: Gathering }) {
  const come = useCommand('put', '/api/cop/gatherings/{id}/coming');
  const say = (coming: boolean) => come.run({ path: { id: one.id }, body: { coming } });
  return (
    <section className="panel attendance" aria-label="Who comes">
      <p>
        <strong>{one.coming}</strong> {one.coming === 1 ? 'is coming' : 'are coming'}
      </p>
      {may(one, use.comeToGathering) && (
        <div className="row">
          <Button
            icon={one.iCome === true ? 'check' : undefined}
            kind={one.iCome === true ? 'primary' : undefined}
            aria-pressed={one.iCome === true}
            busy={come.busy}
            onClick={() => say(true)}
          >
            I'm coming
          </Button>
          <Button
            icon={one.iCome === false ? 'check' : undefined}
            aria-pressed={one.iCome === false}
            busy={come.busy}
            onClick={() => say(false)}
          >
            Not this time
          </Button>
        </div>
      )}
      <p className="small quiet">Only the count is shown; nobody sees who it is.</p>
      <ProblemNotice problem={come.problem} />
    </section>
  );
}

function Held({ one }: { one: Gathering }) {
  const [correcting, setCorrecting] = useState(false);
  const [count, setCount] = useState(String(one.attended ?? ''));
  const hold = useCommand('post', '/api/cop/gatherings/{id}/held', { onDone: () => setCorrecting(false) });
  const runs = may(one, use.runGathering);
  const noted = one.attended !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!hold.busy) hold.run({ path: { id: one.id }, body: { attended: Number(count) } });
  };
  return (
    <section className="panel attendance" aria-label="Whether it took place">
      {noted && (
        <p>
          It took place: <strong>{one.attended}</strong> {one.attended === 1 ? 'was there' : 'were there'}
        </p>
      )}
      {!noted && !runs && <p>Nobody has noted yet whether it took place.</p>}
      {runs && (!noted || correcting) && (
        <form className="row" onSubmit={submit}>
          <label htmlFor="attended">{noted ? 'How many were there?' : 'Did it take place? How many were there?'}</label>
          <input
            id="attended"
            className="input narrow-input"
            type="number"
            required
            min={1}
            max={10000}
            value={count}
            onChange={(event) => setCount(event.target.value)}
          />
          <Button type="submit" kind="primary" busy={hold.busy}>
            {noted ? 'Save' : 'It took place'}
          </Button>
        </form>
      )}
      {runs && noted && !correcting && (
        <Button size="small" kind="ghost" onClick={() => setCorrecting(true)}>
          Correct the count
        </Button>
      )}
      {runs && <p className="small quiet">A count is enough; no names are kept.</p>}
      <ProblemNotice problem={hold.problem} />
    </section>
  );
}
