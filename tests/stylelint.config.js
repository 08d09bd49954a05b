/* The styles of the site keep to what Chrome 80, Safari 13.1 and Firefox 78 know (README, “Browsers”). `make lint` runs this.
 * What came later stands on top: in `@supports`, after a declaration that older browsers know, or where nothing is lost without it. */

/** Without these a page looks plainer and works all the same. Gaps of flex boxes become margins when the site is built (`flex_gaps.py`). */
const ON_TOP = [
  "flexbox-gap", "css-color-adjust", "css-marker-pseudo", "css-media-scripting", "css-backdrop-filter", "css-paged-media",
  "css-content-visibility", "css-container-queries", "css-focus-visible", "css-has", "css-not-sel-list", "css-resize",
];

export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: {
    "plugin/no-unsupported-browser-features": [true, {
      browsers: ["chrome 80", "safari 13.1", "ios_saf 13.4", "firefox 78"], ignore: ON_TOP, ignorePartialSupport: true,
    }],
    "selector-pseudo-class-disallowed-list": ["is", "where", "any-link", "user-invalid", "user-valid", "modal", "popover-open", "open"],
    "selector-not-notation": "simple",
    "selector-nested-pattern": "^$",
    "at-rule-disallowed-list": ["layer", "scope", "starting-style", "nest", "position-try"],
    "property-disallowed-list": [
      "inset", "/^(margin|padding|border|inset)-(inline|block)/", "/^(inline|block|min-inline|max-inline|min-block|max-block)-size$/",
      "/^overflow-(inline|block)$/", "/^grid-template-.*subgrid/", "zoom", "field-sizing",
    ],
    "declaration-property-value-disallowed-list": { "/^overflow/": ["clip"], "/^grid-template/": ["/subgrid/"], "/./": ["/\\d(dvh|svh|lvh|dvw|cqw|cqi|cqh|lh|rlh|cap)\\b/", "/light-dark\\(|oklch\\(|oklab\\(|lab\\(|lch\\(/"] },
  },
};
