// @ts-expect-error no browser of 2017 has it: were it allowed, the check of the form's scripts would say so here
Object.fromEntries([]);
