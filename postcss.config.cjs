/** The two widths at which pages change: `@media (max-width: $phone)`. */
module.exports = {
  plugins: { 'postcss-simple-vars': { variables: { phone: '37.5em', narrow: '64em' } } },
};
