/** How the methods of an SDK generation take their parameters: one by one, or as one object. */
export const POSITIONAL = (parameters) => Object.values(parameters);
export const NAMED = (parameters) => [parameters];
