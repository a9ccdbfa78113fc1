module.exports = {
  plugins: {
    'postcss-preset-mantine': {},
    'postcss-simple-vars': {
      variables: {
        'phone': '37.5em',
        'narrow': '64em',
      },
    },
  },
};
