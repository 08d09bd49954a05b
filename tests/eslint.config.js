/* The scripts of the site keep to what Chrome 80, Safari 13.1 and Firefox 78 know (README, “Browsers”). `make lint` runs this.
 * Syntax by the year of the standard; interfaces of the browser by eslint-plugin-compat; methods, whose objects nobody knows here, by their names. */
import compat from "eslint-plugin-compat";
import es from "eslint-plugin-es-x";

/** Methods and attributes of the browser that came later. */
const LATER = [
  ...["replaceChildren", "checkVisibility", "requestSubmit", "showModal", "showPopover", "startViewTransition", "scheduler", "setHTML"],
  ...["ariaPressed", "ariaHidden", "ariaLabel", "ariaExpanded", "ariaSelected", "ariaCurrent", "ariaChecked", "inert", "hasOwn", "groupBy"],
  ...["replaceAll", "at", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "randomUUID", "structuredClone", "canParse"],
];
const MEANT = { message: "Chrome 80, Safari 13.1 or Firefox 78 does not know it." };

export default [
  { ...es.configs["flat/restrict-to-es2020"], languageOptions: { ecmaVersion: 2020, sourceType: "script" } },
  compat.configs["flat/recommended"],
  {
    settings: { browsers: ["chrome 80", "safari 13.1", "ios_saf 13.4", "firefox 78"], lintAllEsApis: true },
    rules: {
      "es-x/no-bigint": "error",
      "es-x/no-class-fields": "error",
      "es-x/no-regexp-lookbehind-assertions": "error",
      "no-restricted-properties": ["error", ...LATER.map((property) => ({ property, ...MEANT }))],
      "no-restricted-syntax": ["error",
        { selector: "MemberExpression[object.name=/params/i][property.name='size']", ...MEANT },
        { selector: "CallExpression[callee.property.name=/^(querySelector|querySelectorAll|closest|matches)$/] > Literal[value=/:(is|where|has)\\(/]", ...MEANT }],
    },
  },
];
