/**
 * Asks for what is shown of something that goes on changing: an answer that comes later than that to a later question is
 * passed over, so that the newest stays.
 */
export function newest<A, R>(
  ask: (argument: A) => Promise<R>,
  show: (answer: R) => void,
  fail: (why: unknown) => void,
) {
  let asked = 0;
  let shown = 0;
  return async (argument: A) => {
    const turn = ++asked;
    const settle = (then: () => void) => {
      if (turn < shown) return;
      shown = turn;
      then();
    };
    await ask(argument).then(
      (answer) => settle(() => show(answer)),
      (why) => settle(() => fail(why)),
    );
  };
}
