/** How a generation of an SDK wants its arguments. */
export const POSITIONAL = (parameters) => Object.values(parameters);
export const NAMED = (parameters) => [parameters];
