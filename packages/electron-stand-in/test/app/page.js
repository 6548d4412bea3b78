document.body.dataset.ran = 'yes';
