// The shell around a page: a function, which is Eleventy's fastest kind of layout (Liquid and Nunjucks took longer).
const [before, between, after] = require("./shell.json");

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

module.exports = ({ title, content }) => `${before}${escaped(title)}${between}${content}\n${after}`;
