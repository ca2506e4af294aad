import type { Visit } from './visit.ts';

/** What becomes of the answer to a visit, or of what is thrown in its place. */
interface Outcomes<Answer> {
  readonly refuse: (visit: Visit, error: unknown) => Answer;
  readonly end: (visit: Visit, answer: Answer) => void;
}

type Settle<Answer> = (visit: Visit, make: () => Answer | Promise<Answer>) => Answer | Promise<Answer>;

/** Makes an answer, at once where it can be made at once; whatever is thrown on the way becomes a refusal. */
export function settling<Answer>({ refuse, end }: Outcomes<Answer>): Settle<Answer> {
  const ended = (visit: Visit, answer: Answer): Answer => {
    end(visit, answer);
    return answer;
  };
  return (visit, make) => {
    try {
      const made = make();
      if (!(made instanceof Promise)) return ended(visit, made);
      return made.catch((error: unknown) => refuse(visit, error)).then((answer) => ended(visit, answer));
    } catch (error) {
      return ended(visit, refuse(visit, error));
    }
  };
}
