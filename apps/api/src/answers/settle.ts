/** What becomes of an answer, or of what is thrown in its place. */
interface Outcomes<Answer> {
  readonly refuse: (error: unknown) => Answer;
  readonly end: (answer: Answer) => void;
}

/** Makes an answer, at once where it can be made at once; whatever is thrown on the way becomes a refusal. */
export function settle<Answer>(
  make: () => Answer | Promise<Answer>,
  { refuse, end }: Outcomes<Answer>,
): Answer | Promise<Answer> {
  const ended = (answer: Answer): Answer => {
    end(answer);
    return answer;
  };
  try {
    const made = make();
    return made instanceof Promise ? made.catch(refuse).then(ended) : ended(made);
  } catch (error) {
    return ended(refuse(error));
  }
}
