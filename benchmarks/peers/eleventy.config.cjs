// Its own Markdown engine (markdown-it, HTML let through), its own addresses; what would only cost time is off:
// templates inside the Markdown, and the search for a file of data beside each page.
module.exports = (eleventy) => {
  eleventy.setUseGitIgnore(false);
  eleventy.setDataFileSuffixes([]);
  eleventy.addGlobalData("layout", "layout.11ty.cjs");
  return {
    dir: { input: "content", includes: "../layouts", output: "public" },
    templateFormats: ["md"],
    markdownTemplateEngine: false,
  };
};
